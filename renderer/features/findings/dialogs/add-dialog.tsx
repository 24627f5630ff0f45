import { usualDueDay } from '#shared/rules/visits/proposed.ts';
import { Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { FindingFields, PlaceChoice } from '#shared/contract/findings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { SiteSelect } from '#renderer/ui/site-select.tsx';
import styles from '../findings.module.css';
import { FoundItems } from './found-items.tsx';

type Kind = PlaceChoice['kind'];

interface Values
  extends Omit<FindingFields, 'responsible' | 'measures' | 'funds' | 'timeLimit' | 'emergencyPlan'> {
  kind: Kind;
  siteUid?: string;
  organizationUid?: string | null;
  name?: string;
  countyUid?: string | null;
  foundOn: string;
}

const kinds: { value: Kind; label: string }[] = [
  { value: 'site', label: '重点单位' },
  { value: 'organization', label: '区县、乡镇(街道)' },
  { value: 'other', label: '其他场所' },
];
const noMeasures = { responsible: '', measures: '', funds: '', timeLimit: '', emergencyPlan: '' };

interface AddDialogProps {
  /** Days that a finding usually has. */
  findingDays: number;
  onDone: (uid: string) => void;
  onClose: () => void;
}

/** Something found outside of any campaign: reported, seen on the way. */
export function AddDialog({ findingDays, onDone, onClose }: AddDialogProps) {
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'site';
  const add = useOperation(client.findings.add, { success: '已登记问题', undoable: true });
  const [today] = useState(() => localDay(Date.now()));

  async function submit(values: Values): Promise<void> {
    const {
      kind: _kind,
      siteUid: _site,
      organizationUid: _unit,
      name: _name,
      countyUid: _county,
      ...found
    } = values;
    const fields = { ...found, spot: found.spot ?? '', element: found.element ?? '' };
    const outcome = await add.run({ place: placeOf(values), ...noMeasures, ...fields });
    if (outcome.done) onDone(outcome.value.uid);
  }

  return (
    <FormDialog<Values>
      title="登记问题"
      verb="登记"
      width={760}
      kept="forms/finding/new"
      busy={add.running}
      form={form}
      initialValues={{
        kind: 'site',
        spot: '',
        what: '',
        severity: 'ordinary',
        element: '',
        article: '',
        demand: '',
        foundOn: today,
        dueOn: usualDueDay(today, null, findingDays),
        leadUids: [],
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="kind" label="在哪里发现">
        <Segmented<Kind> options={kinds} />
      </Form.Item>
      <div className={styles.pair}>
        <PlaceItems kind={kind} onSite={(leadUid) => form.setFieldValue('leadUids', [leadUid])} />
        <Form.Item name="foundOn" label="发现日期">
          <DayField />
        </Form.Item>
      </div>
      <FoundItems isFirst={false} />
    </FormDialog>
  );
}

interface PlaceItemsProps {
  kind: Kind;
  /** The township of the site answers for it unless another unit is chosen. */
  onSite: (organizationUid: string) => void;
}

function PlaceItems({ kind, onSite }: PlaceItemsProps) {
  const wide = { className: styles.wide ?? '' };
  if (kind === 'site')
    return (
      <Form.Item name="siteUid" label="单位" rules={[{ required: true, message: '请选择单位' }]} {...wide}>
        <SiteSelect
          notFound="台账里没有这样的单位，请选“其他场所”"
          onSite={({ organizationUid }) => onSite(organizationUid)}
        />
      </Form.Item>
    );
  if (kind === 'organization')
    return (
      <Form.Item
        name="organizationUid"
        label="区县、乡镇(街道)"
        rules={[{ required: true, message: '请选择区县或乡镇(街道)' }]}
        {...wide}
      >
        <OrganizationSelect aria-label="区县、乡镇(街道)" levels={['county', 'township']} />
      </Form.Item>
    );
  return (
    <>
      <Form.Item
        name="name"
        label="场所名称"
        rules={[{ required: true, whitespace: true, message: '请填写场所名称' }]}
        {...wide}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="countyUid"
        label="所在区县"
        rules={[{ required: true, message: '请选择所在区县' }]}
        {...wide}
      >
        <OrganizationSelect aria-label="所在区县" levels={['county']} />
      </Form.Item>
    </>
  );
}

function placeOf({ kind, siteUid, organizationUid, name, countyUid }: Values): PlaceChoice {
  if (kind === 'site') return { kind, siteUid: siteUid ?? '' };
  if (kind === 'organization') return { kind, organizationUid: organizationUid ?? '' };
  return { kind, name: name ?? '', countyUid: countyUid ?? '' };
}

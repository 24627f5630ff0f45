import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { FoundPerson } from '#shared/contract/roster-views.ts';
import type { RosterEntry, RosterPosition } from '#shared/rules/rosters/model.ts';
import type { AddedEntry } from '#shared/rules/rosters/working-copy.ts';
import { api } from '#renderer/app/client.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { rosterTables } from '#renderer/ui/shared-queries.ts';
import styles from '../rosters.module.css';
import { UnitFields, useUnitOf } from '../unit-fields.tsx';

export type EntryToSet = { kind: 'add' } | { kind: 'replace' | 'edit'; entry: RosterEntry };

export type SetEntry = Pick<
  AddedEntry,
  'person' | 'positionUid' | 'organizationUid' | 'unit' | 'post' | 'substitute'
>;

interface Values {
  name: string;
  positionUid: string;
  unit?: string;
  post?: string;
  mobile?: string;
  substitute?: boolean;
}

interface EntryDialogProps {
  what: EntryToSet;
  positions: readonly RosterPosition[];
  onSet: (values: SetEntry) => Promise<void>;
  onClose: () => void;
}

const titles = { add: '增加人员', replace: '换人', edit: '职位、单位或职务变动' } as const;

/** One step of a change: somebody new, somebody in another's place, or another unit or post. */
export function EntryDialog({ what, positions, onSet, onClose }: EntryDialogProps) {
  const [form] = Form.useForm<Values>();
  const [known, setKnown] = useState<FoundPerson | null>(null);
  const [busy, setBusy] = useState(false);
  const name = Form.useWatch('name', form) ?? '';
  const isEdit = what.kind === 'edit';
  const found = useQuery(
    api.rosters.findPeople.queryOptions({
      input: { text: name, limit: 8 },
      enabled: !isEdit && name.trim() !== '',
      meta: { tables: rosterTables },
    }),
  );
  const unitOf = useUnitOf();
  const options = (found.data ?? []).map((person) => ({
    value: person.uid,
    label: `${person.name}  ${person.unit}${person.post}`,
  }));

  function choose(uid: string): void {
    const person = found.data?.find((each) => each.uid === uid) ?? null;
    setKnown(person);
    if (person !== null)
      form.setFieldsValue({
        name: person.name,
        unit: person.unit,
        post: person.post,
        mobile: person.mobile,
      });
  }

  async function submit(values: Values): Promise<void> {
    setBusy(true);
    const uid = known?.name === values.name.trim() ? known.uid : null;
    await onSet({
      person: { uid, name: values.name, mobile: values.mobile ?? '', officePhone: '' },
      positionUid: values.positionUid,
      ...unitOf(values.unit),
      post: values.post ?? '',
      substitute: values.substitute ?? false,
    });
    setBusy(false);
  }

  return (
    <FormDialog<Values>
      title={what.kind === 'replace' ? `由谁接替${what.entry.name}` : titles[what.kind]}
      verb="确定"
      busy={busy}
      form={form}
      initialValues={initialValues(what)}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <div className={styles.row}>
        <Form.Item
          name="name"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <AutoComplete
            disabled={isEdit}
            options={options}
            onSelect={choose}
            placeholder="已有的人可从下面选"
          />
        </Form.Item>
        <Form.Item name="positionUid" label="职位" rules={[{ required: true, message: '请选择职位' }]}>
          <Select options={positions.map(({ uid, name: label }) => ({ value: uid, label }))} />
        </Form.Item>
      </div>
      <UnitFields />
      {!isEdit && (
        <>
          <Form.Item name="mobile" label="手机">
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="substitute" valuePropName="checked" noStyle>
            <Checkbox>代理</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

/** A successor most often has the unit and the post of whom they follow. */
function initialValues(what: EntryToSet): Partial<Values> {
  if (what.kind === 'add') return {};
  const { name, positionUid, unit, post } = what.entry;
  return { positionUid, unit, post, ...(what.kind === 'edit' ? { name } : {}) };
}

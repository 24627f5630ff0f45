import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { RosterEntry, RosterPosition } from '#shared/rules/rosters/model.ts';
import type { AddedEntry } from '#shared/rules/rosters/working-copy.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { PersonField, useKnownPerson } from '../person-field.tsx';
import styles from '../rosters.module.css';
import { useUnitOf } from '#renderer/ui/unit-field.tsx';
import { UnitFields } from '../unit-fields.tsx';

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
  const known = useKnownPerson(({ name, unit, post, mobile }) =>
    form.setFieldsValue({ name, unit, post, mobile }),
  );
  const [busy, setBusy] = useState(false);
  const isEdit = what.kind === 'edit';
  const unitOf = useUnitOf();

  async function submit(values: Values): Promise<void> {
    setBusy(true);
    const uid = known.uidOf(values.name);
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
        <PersonField onChoose={known.choose} disabled={isEdit} />
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

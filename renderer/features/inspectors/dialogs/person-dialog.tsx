import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { Inspector, InspectorFields } from '#shared/contract/inspectors.ts';
import type { Term } from '#shared/contract/terms.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { UnitField, useUnitOf } from '#renderer/ui/unit-field.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import { skillOptions } from '../filters.tsx';
import styles from '../inspectors.module.css';
import { fieldLabels, fieldsOf, roleOptions } from '../words.ts';
import { useFieldText } from './use-field-text.ts';

/** The unit goes by its name while it is edited. */
type Values = Omit<InspectorFields, 'organizationUid'>;

interface PersonDialogProps {
  /** Null: a new one. */
  person: Inspector | null;
  skills: readonly Term[];
  /** The new one is to be looked at. */
  onOpen: (uid: string) => void;
  onClose: () => void;
}

const blank: Values = {
  name: '',
  unit: '',
  homeCountyUid: null,
  roles: ['inspector'],
  skillUids: [],
  post: '',
  phone: '',
  note: '',
  leftOn: null,
};

/** All that the pool says of a person but the leave. */
export function PersonDialog({ person, skills, onOpen, onClose }: PersonDialogProps) {
  const add = useOperation(client.inspectors.add, { success: '已新增', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.inspectors.update, {
    success: '已保存',
    labels: fieldLabels,
    format: useFieldText(skills),
    onSaved: onClose,
  });
  const unitOf = useUnitOf();
  const [seen] = useState(() => (person === null ? null : fieldsOf(person)));

  function unitFields(text: string): { organizationUid: string | null; unit: string } {
    // A unit that no longer exists is not found by its name.
    if (person !== null && seen !== null && text.trim() === person.unitName)
      return { organizationUid: seen.organizationUid, unit: seen.unit };
    const { organizationUid, unit } = unitOf(text);
    return { organizationUid, unit: organizationUid === null ? unit : '' };
  }

  async function submit(values: Values): Promise<void> {
    const fields = { ...values, ...unitFields(values.unit), homeCountyUid: values.homeCountyUid ?? null };
    if (person !== null && seen !== null) {
      save({ uid: person.uid, ...changesBetween(seen, { ...fields, leftOn: values.leftOn ?? null }) });
      return;
    }
    const { leftOn: _leftOn, ...item } = fields;
    const outcome = await add.run({ items: [item] });
    const [uid] = outcome.done ? outcome.value.uids : [];
    if (uid !== undefined) onOpen(uid);
  }

  return (
    <>
      <FormDialog<Values>
        title={person === null ? '新增督查人员' : `修改“${person.name}”`}
        verb={person === null ? '新增' : '保存'}
        width={680}
        busy={add.running || saving}
        initialValues={person === null || seen === null ? blank : { ...seen, unit: person.unitName }}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <div className={styles.pair}>
          <Form.Item
            name="name"
            label={fieldLabels.name}
            className={styles.wide ?? ''}
            rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
          >
            <FirstField maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name="unit" label={fieldLabels.unit} className={styles.wide ?? ''}>
            <UnitField withCounty />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="post" label={fieldLabels.post} className={styles.wide ?? ''}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={fieldLabels.phone} className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="roles" label={fieldLabels.roles} className={styles.wide ?? ''}>
            <Select mode="multiple" options={roleOptions} />
          </Form.Item>
          <Form.Item name="skillUids" label={fieldLabels.skillUids} className={styles.wide ?? ''}>
            <WordSelect mode="multiple" options={skillOptions(skills)} />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="homeCountyUid" label="回避区县(家乡，不安排去检查)" className={styles.wide ?? ''}>
            <OrganizationSelect
              aria-label="回避区县(家乡，不安排去检查)"
              levels={['county']}
              {...(person === null || person.homeCountyUid === null
                ? {}
                : { former: { uid: person.homeCountyUid, name: person.homeCountyName } })}
            />
          </Form.Item>
          {person !== null && (
            <Form.Item name="leftOn" label={fieldLabels.leftOn} className={styles.wide ?? ''}>
              <DayField allowClear />
            </Form.Item>
          )}
        </div>
        <Form.Item name="note" label="备注(可不填)">
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}

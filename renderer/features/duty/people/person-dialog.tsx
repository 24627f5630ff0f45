import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { DutyPersonFields } from '#shared/contract/duty.ts';
import type { CountedPerson } from '#shared/contract/duty-views.ts';
import type { FoundPerson } from '#shared/contract/roster-views.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { rosterTables } from '#renderer/ui/shared-queries.ts';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../duty.module.css';
import { changesOf, personLabels } from '../words.ts';

const FOUND = 8;
const blank: DutyPersonFields = {
  name: '',
  unit: '',
  post: '',
  phone: '',
  canLead: false,
  canServe: true,
  lastDay: null,
};

/** Somebody who takes duty: chosen from the rosters or typed. */
export function PersonDialog({ person, onClose }: { person: CountedPerson | null; onClose: () => void }) {
  const [form] = Form.useForm<DutyPersonFields>();
  const [known, setKnown] = useState<FoundPerson | null>(null);
  const [seen] = useState<DutyPersonFields>(() => (person === null ? blank : fieldsOf(person)));
  const add = useOperation(client.duty.addPeople, { success: '已添加', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.duty.updatePerson, {
    success: '已保存',
    labels: personLabels,
    onSaved: onClose,
  });

  function choose(found: FoundPerson): void {
    setKnown(found);
    const { name, unit, post, mobile, officePhone } = found;
    form.setFieldsValue({ name, unit, post, phone: mobile === '' ? officePhone : mobile });
  }

  async function submit(values: DutyPersonFields): Promise<void> {
    const fields = { ...seen, ...values };
    if (person !== null) {
      save({ uid: person.uid, ...changesOf(seen, fields) });
      return;
    }
    const rosterPersonUid = known?.name === fields.name.trim() ? known.uid : null;
    if ((await add.run({ items: [{ ...fields, rosterPersonUid }] })).done) onClose();
  }

  return (
    <>
      <FormDialog<DutyPersonFields>
        title={person === null ? '添加值班人员' : `修改“${person.name}”`}
        verb={person === null ? '添加' : '保存'}
        form={form}
        busy={add.running || saving}
        initialValues={seen}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <NameField onChoose={choose} />
        <div className={styles.pair}>
          <Form.Item name="unit" label={personLabels.unit} className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="post" label={personLabels.post} className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="phone" label={personLabels.phone}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="canLead" valuePropName="checked">
            <Checkbox>{personLabels.canLead}</Checkbox>
          </Form.Item>
          <Form.Item name="canServe" valuePropName="checked">
            <Checkbox>{personLabels.canServe}</Checkbox>
          </Form.Item>
        </div>
        {person !== null && (
          <Form.Item name="lastDay" label="最后一天(以后不再值班的填写)">
            <DayField allowClear />
          </Form.Item>
        )}
      </FormDialog>
      {dialog}
    </>
  );
}

function NameField({ onChoose }: { onChoose: (found: FoundPerson) => void }) {
  const name = Form.useWatch<string | undefined>('name') ?? '';
  const { data: people = [] } = useQuery(
    api.rosters.findPeople.queryOptions({
      input: { text: name, limit: FOUND },
      enabled: name.trim() !== '',
      meta: { tables: rosterTables },
    }),
  );
  return (
    <Form.Item
      name="name"
      label={personLabels.name}
      rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
    >
      <AutoComplete
        options={people.map(({ uid, name: label, unit, post }) => ({
          value: uid,
          label: `${label}  ${unit}${post}`,
        }))}
        placeholder="名册里有的人可输入姓名或首字母选择"
        onSelect={(uid: string) => {
          const found = people.find((each) => each.uid === uid);
          if (found !== undefined) onChoose(found);
        }}
      />
    </Form.Item>
  );
}

function fieldsOf({ name, unit, post, phone, canLead, canServe, lastDay }: CountedPerson): DutyPersonFields {
  return { name, unit, post, phone, canLead, canServe, lastDay };
}

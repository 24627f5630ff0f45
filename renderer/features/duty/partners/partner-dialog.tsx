import { AutoComplete, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { PartnerFields, PartnerUnit } from '#shared/contract/partner-units.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../duty.module.css';
import { changesOf, partnerLabels } from '../words.ts';

interface PartnerDialogProps {
  /** Null: a new one. */
  unit: PartnerUnit | null;
  kinds: readonly string[];
  onClose: () => void;
}

export function PartnerDialog({ unit, kinds, onClose }: PartnerDialogProps) {
  const [seen] = useState<PartnerFields>(() => (unit === null ? newUnit(kinds) : fieldsOf(unit)));
  const add = useOperation(client.partnerUnits.add, { success: '已新增', undoable: true });
  const remove = useOperation(client.partnerUnits.remove, { success: '已删除', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.partnerUnits.update, {
    success: '已保存',
    labels: partnerLabels,
    onSaved: onClose,
  });

  async function submit(values: PartnerFields): Promise<void> {
    const fields = { ...values, confirmedOn: values.confirmedOn ?? null };
    if (unit !== null) save({ uid: unit.uid, ...changesOf(seen, fields) });
    else if ((await add.run(fields)).done) onClose();
  }

  return (
    <>
      <FormDialog<PartnerFields>
        title={unit === null ? '新增联动单位' : `修改“${unit.name}”`}
        verb={unit === null ? '新增' : '保存'}
        width={620}
        busy={add.running || saving}
        initialValues={seen}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <div className={styles.pair}>
          <Form.Item
            name="name"
            label={partnerLabels.name}
            className={styles.wide ?? ''}
            rules={[{ required: true, whitespace: true, message: '请填写单位名称' }]}
          >
            <FirstField maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="kind"
            label={partnerLabels.kind}
            rules={[{ required: true, whitespace: true, message: '请填写类别' }]}
          >
            <AutoComplete style={{ width: 150 }} options={kinds.map((value) => ({ value }))} />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="dutyPhone" label={partnerLabels.dutyPhone} className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="contact" label={partnerLabels.contact} className={styles.wide ?? ''}>
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name="contactPhone" label={partnerLabels.contactPhone} className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="confirmedOn" label="最近核实日期">
            <DayField allowClear />
          </Form.Item>
          <Form.Item name="note" label="备注(可不填)" className={styles.wide ?? ''}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </div>
        {unit !== null && (
          <Button
            danger
            loading={remove.running}
            onClick={() => void remove.run({ uid: unit.uid }).then(({ done }) => done && onClose())}
          >
            删除这个单位
          </Button>
        )}
      </FormDialog>
      {dialog}
    </>
  );
}

function newUnit(kinds: readonly string[]): PartnerFields {
  return {
    kind: kinds[0] ?? '',
    name: '',
    dutyPhone: '',
    contact: '',
    contactPhone: '',
    note: '',
    confirmedOn: localDay(Date.now()),
  };
}

function fieldsOf({
  kind,
  name,
  dutyPhone,
  contact,
  contactPhone,
  note,
  confirmedOn,
}: PartnerUnit): PartnerFields {
  return { kind, name, dutyPhone, contact, contactPhone, note, confirmedOn };
}

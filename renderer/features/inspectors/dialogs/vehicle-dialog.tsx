import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { Vehicle, VehicleFields } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { UnitField, useUnitOf } from '#renderer/ui/unit-field.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../inspectors.module.css';
import { useFieldText } from './use-field-text.ts';

/** The unit goes by its name while it is edited. */
type Values = Omit<VehicleFields, 'organizationUid' | 'seats'> & { seats: number | null };

const labels: Readonly<Record<keyof VehicleFields, string>> = {
  name: '车牌号',
  seats: '座位数(含驾驶员)',
  organizationUid: '单位',
  unit: '单位',
  note: '备注',
  retiredOn: '停用日期',
};
const USUAL_SEATS = 5;
const noSkills: [] = [];

interface VehicleDialogProps {
  /** Null: a new one. */
  vehicle: Vehicle | null;
  onClose: () => void;
}

/** A vehicle and how many it takes. */
export function VehicleDialog({ vehicle, onClose }: VehicleDialogProps) {
  const add = useOperation(client.inspectors.addVehicle, { success: '已新增', undoable: true });
  const fieldText = useFieldText(noSkills);
  const { save, saving, dialog } = usePatchWithConflicts(client.inspectors.updateVehicle, {
    success: '已保存',
    labels,
    format: (field, value) => (typeof value === 'number' ? String(value) : fieldText(field, value)),
    onSaved: onClose,
  });
  const unitOf = useUnitOf();
  const [seen] = useState(() => (vehicle === null ? null : fieldsOf(vehicle)));

  function unitFields(text: string): { organizationUid: string | null; unit: string } {
    if (vehicle !== null && seen !== null && text.trim() === vehicle.unitName)
      return { organizationUid: seen.organizationUid, unit: seen.unit };
    const { organizationUid, unit } = unitOf(text);
    return { organizationUid, unit: organizationUid === null ? unit : '' };
  }

  async function submit(values: Values): Promise<void> {
    const { name, seats, unit, note, retiredOn } = values;
    const fields = { name, seats: seats ?? USUAL_SEATS, ...unitFields(unit), note };
    if (vehicle !== null && seen !== null)
      save({ uid: vehicle.uid, ...changesBetween(seen, { ...fields, retiredOn: retiredOn ?? null }) });
    else if ((await add.run(fields)).done) onClose();
  }

  return (
    <>
      <FormDialog<Values>
        title={vehicle === null ? '新增车辆' : `修改“${vehicle.name}”`}
        verb={vehicle === null ? '新增' : '保存'}
        busy={add.running || saving}
        initialValues={
          vehicle === null || seen === null
            ? { name: '', seats: USUAL_SEATS, unit: '', note: '', retiredOn: null }
            : { ...seen, unit: vehicle.unitName }
        }
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <div className={styles.pair}>
          <Form.Item
            name="name"
            label={labels.name}
            className={styles.wide ?? ''}
            rules={[{ required: true, whitespace: true, message: '请填写车牌号' }]}
          >
            <FirstField maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="seats" label={labels.seats} rules={[{ required: true, message: '请填写座位数' }]}>
            <InputNumber min={1} max={60} precision={0} style={{ width: 150 }} />
          </Form.Item>
        </div>
        <Form.Item name="unit" label={labels.unit}>
          <UnitField withCounty />
        </Form.Item>
        {vehicle !== null && (
          <Form.Item name="retiredOn" label={labels.retiredOn}>
            <DayField allowClear />
          </Form.Item>
        )}
        <Form.Item name="note" label="备注(可不填)">
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}

function fieldsOf({ name, seats, organizationUid, unitName, note, retiredOn }: Vehicle): VehicleFields {
  return { name, seats, organizationUid, unit: organizationUid === null ? unitName : '', note, retiredOn };
}

import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import type dayjs from 'dayjs';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';
import type { PersonAppointment } from '#shared/contract/roster-views.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePositions } from '../queries.ts';
import styles from '../rosters.module.css';
import { useUnitOf } from '#renderer/ui/unit-field.tsx';
import { UnitFields } from '../unit-fields.tsx';
import { toDate, toDay } from '../words.ts';

interface Values {
  positionUid: string;
  unit: string;
  post: string;
  firstDay: dayjs.Dayjs | null;
  lastDay: dayjs.Dayjs | null;
  document: string;
  note: string;
  substitute: boolean;
}

interface AppointmentDialogProps {
  appointment: PersonAppointment;
  name: string;
  onClose: () => void;
}

/** 更正任职: it was always meant so, on every day that it holds. */
export function AppointmentDialog({ appointment, name, onClose }: AppointmentDialogProps) {
  const { data: positions = [] } = usePositions();
  const unitOf = useUnitOf();
  const update = useOperation(client.rosters.updateAppointment, { success: '已更正', undoable: true });
  const { uid, positionUid, unit, organizationUid, post, firstDay, lastDay, document, note, substitute } =
    appointment;

  async function submit(values: Values): Promise<void> {
    const { unit: wanted, firstDay: first, lastDay: last, ...others } = values;
    const base = { positionUid, post, firstDay, lastDay, document, note, substitute };
    const set = { ...others, firstDay: toDay(first) ?? BEFORE_RECORDS, lastDay: toDay(last) };
    const seenUnit = organizationUid === null ? unit : '';
    const outcome = await update.run(
      wanted === unit
        ? { uid, base, set }
        : { uid, base: { ...base, organizationUid, unit: seenUnit }, set: { ...set, ...unitOf(wanted) } },
    );
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`更正${name}的任职`}
      verb="保存"
      busy={update.running}
      initialValues={{
        positionUid,
        unit,
        post,
        firstDay: toDate(firstDay),
        lastDay: toDate(lastDay),
        document,
        note,
        substitute,
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>只用来改录入的错误；人员真的变动了，请用“调整”，以前的名册就不会变。</p>
      <Form.Item name="positionUid" label="职位">
        <Select options={positions.map(({ uid: value, name: label }) => ({ value, label }))} />
      </Form.Item>
      <UnitFields />
      <div className={styles.row}>
        <Form.Item name="firstDay" label="任职日期">
          <DatePicker placeholder="建库以前" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="lastDay" label="截止日期(含当天)">
          <DatePicker placeholder="至今" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="document" label="依据文件">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="substitute" valuePropName="checked" noStyle>
        <Checkbox>代理</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

import { Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReceivedDetail } from '#shared/contract/received-papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './received-papers.module.css';

interface Values {
  sender: string;
  theirNumber: string;
  title: string;
  receivedOn: string;
  dueOn: string | null;
  urgency: string;
  secrecy: string;
  copies: number;
  note: string;
}

interface ReceivedDialogProps {
  /** To be changed; without it a new one is entered. */
  received?: ReceivedDetail;
  onSaved: (uid: string) => void;
  onClose: () => void;
}

export function ReceivedDialog({ received, onSaved, onClose }: ReceivedDialogProps) {
  const register = useOperation(client.receivedPapers.register, { success: '已登记', undoable: true });
  const correct = useOperation(client.receivedPapers.correct, { success: '已修改', undoable: true });
  const before: Values = received ?? {
    sender: '',
    theirNumber: '',
    title: '',
    receivedOn: dayjs().format('YYYY-MM-DD'),
    dueOn: null,
    urgency: '',
    secrecy: '',
    copies: 1,
    note: '',
  };

  async function submit(values: Values): Promise<void> {
    const outcome =
      received === undefined
        ? await register.run(values)
        : await correct.run({ uid: received.uid, ...changesOf(before, values) });
    if (outcome.done) onSaved(outcome.value.uid);
  }

  return (
    <FormDialog<Values>
      title={received === undefined ? '登记收文' : '修改收文'}
      verb={received === undefined ? '登记' : '保存'}
      width={640}
      kept={`forms/received/${received?.uid ?? 'new'}`}
      busy={register.running || correct.running}
      initialValues={before}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="sender" label="来文单位" rules={[{ required: true, message: '请填写来文单位' }]}>
        <FirstField maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className={styles.row}>
        <Form.Item name="theirNumber" label="来文字号" className={styles.wide ?? ''}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="copies" label="份数">
          <InputNumber min={1} max={10_000} precision={0} style={{ width: 90 }} />
        </Form.Item>
      </div>
      <div className={styles.row}>
        <Form.Item name="receivedOn" label="收文日期">
          <DayField />
        </Form.Item>
        <Form.Item name="dueOn" label="办理期限(可不填)">
          <DayField allowClear />
        </Form.Item>
        <Form.Item name="urgency" label="紧急程度">
          <Select
            style={{ width: 100 }}
            options={['', '加急', '特急'].map((value) => ({ value, label: value === '' ? '无' : value }))}
          />
        </Form.Item>
        <Form.Item name="secrecy" label="密级" className={styles.wide ?? ''}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="note" label="备注(可不填)">
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

function changesOf(before: Values, values: Values): { base: Partial<Values>; set: Partial<Values> } {
  const names = (Object.keys(values) as (keyof Values)[]).filter((name) => before[name] !== values[name]);
  return {
    base: Object.fromEntries(names.map((name) => [name, before[name]])),
    set: Object.fromEntries(names.map((name) => [name, values[name]])),
  };
}

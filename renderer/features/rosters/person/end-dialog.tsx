import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface Values {
  from: dayjs.Dayjs;
}

/** 免去: from a day on; what was before stays. */
export function EndDialog({ uid, name, onClose }: { uid: string; name: string; onClose: () => void }) {
  const end = useOperation(client.rosters.endAppointments, { success: '已免去', undoable: true });
  async function submit({ from }: Values): Promise<void> {
    if ((await end.run({ uids: [uid], from: from.format('YYYY-MM-DD') })).done) onClose();
  }
  return (
    <FormDialog<Values>
      title={`免去${name}的任职`}
      verb="免去"
      busy={end.running}
      initialValues={{ from: dayjs() }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="from" label="从哪一天起不再担任" rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker allowClear={false} style={{ width: 180 }} />
      </Form.Item>
    </FormDialog>
  );
}

import { AutoComplete, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { NoticeRow } from '#shared/contract/notices.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { channels } from './words.ts';

interface Values {
  sentOn: Dayjs;
  channel?: string;
  receivedOn?: Dayjs | null;
  receivedBy?: string;
}

/** How and when notices were sent, and who took them. */
export function SendDialog({ rows, onClose }: { rows: readonly NoticeRow[]; onClose: () => void }) {
  const send = useOperation(client.notices.send, { success: '已登记送达', undoable: true });
  const [first] = rows;

  async function submit({ sentOn, channel = '', receivedOn, receivedBy = '' }: Values): Promise<void> {
    const outcome = await send.run({
      uids: rows.map(({ uid }) => uid),
      sentOn: sentOn.format('YYYY-MM-DD'),
      channel,
      receivedOn: receivedOn?.format('YYYY-MM-DD') ?? null,
      receivedBy,
    });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={rows.length === 1 ? `登记送达：${first?.unit ?? ''}` : `登记 ${rows.length} 份的送达`}
      verb="登记"
      busy={send.running}
      initialValues={{
        sentOn: dayjs(first?.sentOn ?? undefined),
        channel: first?.channel ?? '',
        receivedOn: typeof first?.receivedOn === 'string' ? dayjs(first.receivedOn) : null,
        receivedBy: first?.receivedBy ?? '',
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="sentOn" label="送达日期">
        <DatePicker allowClear={false} />
      </Form.Item>
      <Form.Item name="channel" label="送达方式">
        <AutoComplete maxLength={30} options={channels.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name="receivedOn" label="签收日期">
        <DatePicker />
      </Form.Item>
      <Form.Item name="receivedBy" label="签收人">
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

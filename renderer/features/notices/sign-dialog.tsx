import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { NoticeRow } from '#shared/contract/notices.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface Values {
  day: Dayjs;
  person?: string;
}

/** Signs and issues many at once: numbers follow one another in the order of the list. */
export function SignDialog({ rows, onClose }: { rows: readonly NoticeRow[]; onClose: () => void }) {
  const sign = useOperation(client.notices.signAndIssue, {
    success: ({ numbers }) => `已签发 ${numbers.length} 份：${rangeOf(numbers)}`,
  });

  async function submit({ day, person = '' }: Values): Promise<void> {
    const uids = rows.map(({ uid }) => uid);
    const outcome = await sign.run({ uids, day: day.format('YYYY-MM-DD'), person });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`签发 ${rows.length} 份督办通知`}
      verb="签发并印发"
      busy={sign.running}
      initialValues={{ day: dayjs() }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p>按列表的次序依次取号，印发后内容不能再改；有没有填完的地方，一份也不会签发。</p>
      <Form.Item name="person" label="签发人">
        <FirstField maxLength={30} autoComplete="off" placeholder="留空表示本人" />
      </Form.Item>
      <Form.Item name="day" label="成文日期">
        <DatePicker allowClear={false} />
      </Form.Item>
      <Form.Item label="单位">
        <Input.TextArea
          readOnly
          value={rows.map(({ unit }) => unit).join('、')}
          autoSize={{ minRows: 1, maxRows: 4 }}
        />
      </Form.Item>
    </FormDialog>
  );
}

function rangeOf(numbers: readonly string[]): string {
  const [first = ''] = numbers;
  return numbers.length > 1 ? `${first} 至 ${numbers.at(-1) ?? ''}` : first;
}

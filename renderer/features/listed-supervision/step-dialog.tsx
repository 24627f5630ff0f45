import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ListedDetail } from '#shared/contract/listed-supervision.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

export type ListedStep = 'board' | 'progress' | 'extend' | 'accept' | 'delist' | 'reopen';

interface StepDialogProps {
  step: ListedStep;
  listed: ListedDetail;
  onClose: () => void;
}

interface Values {
  day: Dayjs;
  dueOn?: Dayjs;
  by?: string;
  text?: string;
}

interface Words {
  title: string;
  day: string;
  /** Label of the text; null: none is asked for. */
  text: string | null;
}

const words: Readonly<Record<ListedStep, Words>> = {
  board: { title: '登记警示牌', day: '悬挂日期', text: null },
  progress: { title: '登记整改进展', day: '日期', text: '整改进展' },
  extend: { title: '延期', day: '批准日期', text: '延期原因' },
  accept: { title: '登记验收', day: '验收日期', text: '验收意见' },
  delist: { title: '摘牌销案', day: '摘牌日期', text: null },
  reopen: { title: '重新挂牌', day: '日期', text: '原因' },
};

/** One step of a listed hazard: its day and what there is to say. */
export function StepDialog({ step, listed, onClose }: StepDialogProps) {
  const { title, day, text } = words[step];
  const run = useStep(step, listed.uid);

  async function submit(values: Values): Promise<void> {
    if (await run.save(values)) onClose();
  }

  return (
    <FormDialog<Values>
      title={`${title}：${listed.name}`}
      verb={title}
      busy={run.saving}
      initialValues={{ day: dayjs(), dueOn: dayjs(listed.dueOn).add(1, 'month'), text: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="day" label={day}>
        <DatePicker allowClear={false} />
      </Form.Item>
      {step === 'extend' && (
        <Form.Item name="dueOn" label={`新的整改期限(现为 ${listed.dueOn})`}>
          <DatePicker allowClear={false} />
        </Form.Item>
      )}
      {step === 'accept' && (
        <Form.Item
          name="by"
          label="验收人"
          rules={[{ required: true, whitespace: true, message: '请填写验收人' }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      {text !== null && (
        <Form.Item
          name="text"
          label={text}
          rules={[{ required: true, whitespace: true, message: `请填写${text}` }]}
        >
          <FirstText maxLength={2_000} />
        </Form.Item>
      )}
    </FormDialog>
  );
}

function useStep(step: ListedStep, uid: string) {
  const options = { success: `已${words[step].title}`, undoable: true };
  const board = useOperation(client.listedSupervision.hangBoard, options);
  const progress = useOperation(client.listedSupervision.addProgress, options);
  const extend = useOperation(client.listedSupervision.extend, options);
  const accept = useOperation(client.listedSupervision.accept, options);
  const delist = useOperation(client.listedSupervision.delist, options);
  const reopen = useOperation(client.listedSupervision.reopen, options);
  const all = [board, progress, extend, accept, delist, reopen];

  function send({ day: date, dueOn, by = '', text = '' }: Values): Promise<{ done: boolean }> {
    const day = date.format('YYYY-MM-DD');
    switch (step) {
      case 'board':
        return board.run({ uid, day });
      case 'progress':
        return progress.run({ uid, day, text });
      case 'extend':
        return extend.run({ uid, day, dueOn: dueOn?.format('YYYY-MM-DD') ?? day, reason: text });
      case 'accept':
        return accept.run({ uid, day, by, text });
      case 'delist':
        return delist.run({ uid, day });
      case 'reopen':
        return reopen.run({ uid, day, reason: text });
    }
  }

  return {
    saving: all.some(({ running }) => running),
    save: async (values: Values) => (await send(values)).done,
  };
}

import { Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReceivedDetail, ReceivedEntryKind } from '#shared/contract/received-papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

export type EntryStep = ReceivedEntryKind;

const titles: Readonly<Record<EntryStep, string>> = {
  proposal: '拟办意见',
  instruction: '登记领导批示',
  circulation: '送传阅',
  result: '办结收文',
};

interface Values {
  persons: string[];
  person: string;
  day: string;
  text: string;
}

/** 拟办, 批示, 传阅 or 办结, each with its own few fields. */
export function EntryDialog({
  received,
  step,
  onClose,
}: {
  received: ReceivedDetail;
  step: EntryStep;
  onClose: () => void;
}) {
  const { user } = useSession();
  const add = useOperation(client.receivedPapers.addEntries, { success: '已登记', undoable: true });
  const finish = useOperation(client.receivedPapers.finish, { success: '已办结', undoable: true });

  async function submit({ persons, person, day, text }: Values): Promise<void> {
    const { uid } = received;
    const outcome =
      step === 'result'
        ? await finish.run({ uid, day, result: text })
        : await add.run({
            uid,
            kind: step,
            day,
            text,
            persons: step === 'circulation' ? persons : person.trim() === '' ? [] : [person.trim()],
          });
    if (outcome.done) onClose();
  }

  const isCirculation = step === 'circulation';
  return (
    <FormDialog<Values>
      title={titles[step]}
      verb={step === 'result' ? '办结' : '登记'}
      kept={`forms/${step}/${received.uid}`}
      busy={add.running || finish.running}
      initialValues={{
        persons: [],
        person: step === 'proposal' ? user.name : '',
        day: dayjs().format('YYYY-MM-DD'),
        text: '',
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      {isCirculation && (
        <Form.Item
          name="persons"
          label="传阅给谁"
          rules={[{ required: true, type: 'array', min: 1, message: '请填写传阅给谁' }]}
        >
          <Select
            mode="tags"
            tokenSeparators={['、', '，', ',', ' ']}
            placeholder="输入姓名，回车或顿号隔开"
          />
        </Form.Item>
      )}
      <Form.Item
        name="person"
        label={step === 'instruction' ? '批示领导' : '拟办人'}
        hidden={isCirculation || step === 'result'}
      >
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="text"
        label={step === 'result' ? '办理结果' : '内容'}
        hidden={isCirculation}
        rules={isCirculation ? [] : [{ required: true, whitespace: true, message: '请填写内容' }]}
      >
        <FirstText autoSize={{ minRows: 4, maxRows: 8 }} maxLength={1_000} />
      </Form.Item>
      <Form.Item name="day" label="日期">
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

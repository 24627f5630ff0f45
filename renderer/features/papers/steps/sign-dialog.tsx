import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { PaperDetail } from '#shared/contract/papers.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface Values {
  day: string;
  person: string;
  opinion: string;
}

const today = (): string => dayjs().format('YYYY-MM-DD');

/** 签发: shows the number that will be taken; taken by another paper meanwhile, it shows the next one and asks again. */
export function SignDialog({ paper, onClose }: { paper: PaperDetail; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const [day, setDay] = useState(today());
  const [taken, setTaken] = useState<string | null>(null);
  const next = useQuery(
    api.papers.nextNumber.queryOptions({
      input: { seriesUid: paper.seriesUid, day },
      meta: { tables: ['paper_number', 'number_series', 'setting'] },
      placeholderData: (before) => before,
    }),
  );
  const number = paper.number === '' ? (next.data?.text ?? '') : paper.number;
  const sign = useOperation(client.papers.sign, {
    success: ({ number: signed }) => `已签发，文号 ${signed}`,
    onProblem({ code, data, text }) {
      if (code !== 'refused' || typeof data['next'] !== 'string') return false;
      setTaken(text);
      void next.refetch();
      return true;
    },
  });

  async function submit(values: Values): Promise<void> {
    const outcome = await sign.run({
      uid: paper.uid,
      day,
      person: values.person,
      opinion: values.opinion,
      expected: number,
    });
    if (outcome.done) onClose();
  }

  const blocked = paper.problems.length > 0;
  return (
    <FormDialog<Values>
      title="签发并取号"
      verb={blocked ? '还不能签发' : '签发'}
      busy={sign.running}
      form={form}
      initialValues={{ day: today(), person: '', opinion: '同意印发' }}
      onSubmit={(values) => (blocked ? onClose() : void submit(values))}
      onClose={onClose}
    >
      {blocked && (
        <Alert
          type="warning"
          style={{ marginBottom: 12 }}
          title={`补齐以后才能签发：${paper.problems.join('；')}。`}
        />
      )}
      {taken !== null && <Alert type="info" style={{ marginBottom: 12 }} title={taken} />}
      <Form.Item label={paper.number === '' ? '将取文号' : '文号(退回前已取)'}>
        <strong>{number}</strong>
      </Form.Item>
      <Form.Item label="成文日期">
        <DayField value={day} onChange={(chosen) => setDay(chosen ?? today())} />
      </Form.Item>
      <Form.Item name="person" label="签发人(不填就是您自己)">
        <Input maxLength={30} placeholder="在纸上签发的，填写签发领导" autoComplete="off" />
      </Form.Item>
      <Form.Item name="opinion" label="签发意见">
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

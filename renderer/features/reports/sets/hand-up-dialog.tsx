import { AutoComplete, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import { type Span, usualSpan } from '#shared/rules/reports/span.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { SpanChoice } from '../report/span-choice.tsx';
import { useReports, useSets } from '../use-reports.ts';

interface HandUpDialogProps {
  /** The report that is open. */
  uid?: string;
  span?: Span;
  onClose: () => void;
}

interface Values {
  span: Span;
  uids: string[];
  recipient: string;
  handedOn: string;
  note: string;
}

/** Freezes tables as they are now and registers to whom they went. */
export function HandUpDialog({ uid, span, onClose }: HandUpDialogProps) {
  const [, navigate] = useLocation();
  const definitions = useReports().data ?? [];
  const recipients = [...new Set((useSets().data ?? []).map(({ recipient }) => recipient))];
  const handUp = useOperation(client.reports.handUp, { success: '已上报，报表和指纹已经留存' });
  const [today] = useState(() => localDay(Date.now()));

  async function submit({ span: { from, to }, ...given }: Values): Promise<void> {
    const outcome = await handUp.run({ from, to, ...given });
    if (outcome.done) navigate(`/report-sets/${outcome.value.uid}`);
  }

  return (
    <FormDialog<Values>
      title="上报统计报表"
      verb="上报"
      width={640}
      busy={handUp.running}
      initialValues={{
        span: span ?? usualSpan('quarter', today),
        uids: uid === undefined ? [] : [uid],
        recipient: recipients[0] ?? '',
        handedOn: today,
        note: '',
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="span" label="统计时间">
        <SpanChoice />
      </Form.Item>
      <Form.Item
        name="uids"
        label="报表"
        extra="按现在的数字留存一份，以后数字改了，会列出哪里不同。"
        rules={[{ required: true, type: 'array', min: 1, message: '请选择报表' }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选一张或几张"
          options={definitions.map((each) => ({ value: each.uid, label: each.name }))}
        />
      </Form.Item>
      <Form.Item
        name="recipient"
        label="报送单位"
        rules={[{ required: true, whitespace: true, message: '请填写报送单位' }]}
      >
        <AutoComplete
          options={recipients.map((value) => ({ value }))}
          placeholder="例如：省消防安全委员会办公室"
        />
      </Form.Item>
      <Form.Item name="handedOn" label="上报日期">
        <DayField />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </FormDialog>
  );
}

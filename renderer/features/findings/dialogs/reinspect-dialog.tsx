import { Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { FindingRow } from '#shared/contract/findings.ts';
import {
  type ReinspectionResult,
  reinspectionResultNames,
  reinspectionResults,
} from '#shared/rules/findings/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../findings.module.css';
import { titleOf } from './title.ts';

interface Values {
  day: string;
  inspectors: string;
  result: ReinspectionResult;
  text: string;
  close: boolean;
}

interface ReinspectDialogProps {
  findings: readonly FindingRow[];
  onDone: () => void;
  onClose: () => void;
}

const resultOptions = reinspectionResults.map((value) => ({ value, label: reinspectionResultNames[value] }));

/** Looking at one finding again, or at several at once. */
export function ReinspectDialog({ findings, onDone, onClose }: ReinspectDialogProps) {
  const [form] = Form.useForm<Values>();
  const result = Form.useWatch('result', form) ?? 'passed';
  const [today] = useState(() => localDay(Date.now()));
  const reinspect = useOperation(client.findings.reinspect, {
    success: '已登记复查',
    undoable: true,
  });

  async function submit({ close, ...values }: Values): Promise<void> {
    const uids = findings.map(({ uid }) => uid);
    const isClosed = close && values.result === 'passed';
    if ((await reinspect.run({ uids, ...values, close: isClosed })).done) onDone();
  }

  return (
    <FormDialog<Values>
      title="登记复查"
      verb="登记复查"
      kept={`forms/reinspect/${findings[0]?.uid ?? 'none'}`}
      busy={reinspect.running}
      form={form}
      initialValues={{ day: today, inspectors: '', result: 'passed', text: '', close: true }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>{titleOf(findings)}</p>
      <Form.Item name="result" label="复查结果">
        <Radio.Group optionType="button" options={resultOptions} />
      </Form.Item>
      <Form.Item name="text" label="复查情况(可不填)">
        <FirstText maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="inspectors" label="复查人(可不填)" className={styles.wide ?? ''}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="day" label="复查日期">
          <DayField />
        </Form.Item>
      </div>
      {result === 'passed' ? (
        <Form.Item name="close" valuePropName="checked">
          <Checkbox>同时销号(以复查情况为依据)</Checkbox>
        </Form.Item>
      ) : (
        <p className={styles.hint}>登记后退回责任单位继续整改。</p>
      )}
    </FormDialog>
  );
}

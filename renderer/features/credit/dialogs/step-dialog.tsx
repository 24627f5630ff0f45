import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CreditDecision } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import { publicityEnd } from '#shared/rules/credit/course.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { api } from '#renderer/app/client.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { creditTables } from '../words.ts';
import { type CreditStep, stepWords, type StepValues, useCreditStep } from './use-credit-step.ts';

interface StepDialogProps {
  step: CreditStep;
  decision: CreditDecision;
  onClose: () => void;
}

const ways = ['直接送达', '邮寄送达', '留置送达', '电子送达', '公告送达'];

/** One step of a decision: its day and what there is to say. */
export function StepDialog({ step, decision, onClose }: StepDialogProps) {
  const [today] = useState(() => localDay(Date.now()));
  const { title, day, text, hasNumber } = stepWords[step];
  const run = useCreditStep(step, decision.uid);
  const { data: settings } = useQuery(api.credit.settings.queryOptions({ meta: { tables: creditTables } }));

  async function submit(values: StepValues): Promise<void> {
    if (await run.save(values)) onClose();
  }

  if (settings === undefined) return null;
  const { usualMonths, minMonths, maxMonths } = settings[decision.level];
  return (
    <FormDialog<StepValues>
      title={`${title}(${creditLevelNames[decision.level]})`}
      verb={title}
      busy={run.saving}
      initialValues={{ day: today, text: '', number: '', way: ways[0] ?? '', months: usualMonths }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="day" label={day}>
        <DayField />
      </Form.Item>
      {step === 'deliver' && (
        <Form.Item name="way" label="送达方式">
          <Select options={ways.map((value) => ({ value, label: value }))} />
        </Form.Item>
      )}
      {step === 'decide' && (
        <MonthsItem source={settings.publicitySource} minMonths={minMonths} maxMonths={maxMonths} />
      )}
      {hasNumber && (
        <Form.Item name="number" label="文号(还没有的不填)">
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      {text !== null && (
        <Form.Item
          name="text"
          label={text}
          rules={[{ required: true, whitespace: true, message: `请填写${text}` }]}
        >
          <FirstText maxLength={1_000} />
        </Form.Item>
      )}
    </FormDialog>
  );
}

interface MonthsItemProps {
  source: string;
  minMonths: number;
  maxMonths: number;
}

/** How long it is public, and until when that is. */
function MonthsItem({ source, minMonths, maxMonths }: MonthsItemProps) {
  const form = Form.useFormInstance<StepValues>();
  const [day, months] = [Form.useWatch('day', form), Form.useWatch('months', form)];
  const until = day === undefined || !months ? '' : `公示至 ${publicityEnd(day, months)}；`;
  return (
    <Form.Item
      name="months"
      label="公示期"
      extra={`${until}最短 ${minMonths} 个月、最长 ${maxMonths} 个月，依据：${source}`}
      rules={[{ required: true, message: '请填写公示期' }]}
    >
      <InputNumber min={minMonths} max={maxMonths} precision={0} suffix="个月" style={{ width: 150 }} />
    </Form.Item>
  );
}

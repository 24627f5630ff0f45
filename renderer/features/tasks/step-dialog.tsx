import { Button, Checkbox, DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type KeyboardEvent, useState } from 'react';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { TaskStep } from '#shared/rules/tasks/steps.ts';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { TypedDayField } from '#renderer/ui/typed-day-field.tsx';
import { stepForms } from './step-forms.ts';
import { UnreadDue } from './unread-due.tsx';
import { useStep } from './use-step.ts';
import { dueSuggestions, useDayReader } from './use-tasks.ts';
import styles from './tasks.module.css';

interface StepFields {
  on: Dayjs;
  unitUid?: string;
  dueOn?: string | null;
  text?: string;
  close?: boolean;
}

interface StepDialogProps {
  step: TaskStep;
  tasks: readonly TaskRow[];
  onDone: () => void;
  onClose: () => void;
}

/** One step of one task or of many at once. */
export function StepDialog({ step, tasks, onDone, onClose }: StepDialogProps) {
  const ask = stepForms[step];
  const [form] = Form.useForm<StepFields>();
  const [today] = useState(() => localDay(Date.now()));
  const reader = useDayReader(today);
  const [unsureDay, setUnsureDay] = useState<string | null>(null);
  const closes = Form.useWatch('close', form) === true;
  const operation = useStep(step);
  const needsText = ask.textProblem ?? (closes ? '请填写办结依据' : null);

  async function submit(values: StepFields): Promise<void> {
    const outcome = await operation.run({
      uids: tasks.map(({ uid }) => uid),
      on: values.on.format('YYYY-MM-DD'),
      text: values.text?.trim() ?? '',
      unitUid: values.unitUid ?? null,
      dueOn: values.dueOn ?? '',
      close: closes,
    });
    if (outcome.done) onDone();
  }

  return (
    <FormDialog<StepFields>
      title={ask.verb}
      verb={ask.verb}
      kept={`forms/${step}/${tasks[0]?.uid ?? 'none'}`}
      busy={operation.running}
      form={form}
      initialValues={{ on: dayjs(today), close: step === 'accept' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.chosenTasks}>{titlesOf(tasks)}</p>
      {ask.asksDue && (
        <Form.Item name="dueOn" label="新的时限" rules={[{ required: true, message: '请填写新的时限' }]}>
          <TypedDayField
            aria-label="新的时限"
            {...reader}
            onUnsure={setUnsureDay}
            suggestions={dueSuggestions}
          />
        </Form.Item>
      )}
      <UnreadDue from={today} unsureDay={unsureDay} />
      <UnitItem ask={ask.asksUnit} tasks={tasks} />
      <Form.Item
        name="text"
        label={ask.textLabel}
        rules={needsText === null ? [] : [{ required: true, whitespace: true, message: needsText }]}
        extra={
          ask.quickWords.length > 0 && (
            <span className={styles.quickWords}>
              {ask.quickWords.map((words) => (
                <Button key={words} size="small" onClick={() => form.setFieldValue('text', words)}>
                  {words}
                </Button>
              ))}
            </span>
          )
        }
      >
        <FirstText autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} onKeyDown={submitByEnter} />
      </Form.Item>
      <Form.Item name="on" label={ask.dayLabel} rules={[{ required: true, message: '请填写日期' }]}>
        <DatePicker allowClear={false} />
      </Form.Item>
      {ask.closeLabel !== null && (
        <Form.Item name="close" valuePropName="checked">
          <Checkbox>{ask.closeLabel}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}

/** Which of several units is meant; for one task only, since many have different ones. */
function UnitItem({ ask, tasks }: { ask: boolean; tasks: readonly TaskRow[] }) {
  const [task] = tasks;
  if (!ask || task === undefined || tasks.length > 1 || task.units.length < 2) return null;
  return (
    <Form.Item name="unitUid" label="哪个单位">
      <Select
        allowClear
        placeholder="不区分单位"
        options={task.units.map(({ uid, shortName }) => ({ value: uid, label: shortName }))}
      />
    </Form.Item>
  );
}

/** Enter saves, as in every dialog; a new line is Shift+Enter. */
function submitByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

function titlesOf(tasks: readonly TaskRow[]): string {
  const [first] = tasks;
  if (first === undefined) return '';
  return tasks.length === 1 ? first.title : `“${first.title}”等 ${tasks.length} 项任务`;
}

import { Col, DatePicker, Form, Input, Row, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { dueProblem } from '#shared/rules/tasks/due.ts';
import type { FeedbackCycle } from '#shared/rules/tasks/feedback-cycle.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#shared/rules/tasks/model.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { TypedDayField } from '#renderer/ui/typed-day-field.tsx';
import { CycleField } from './cycle-field.tsx';
import { UnreadDue } from './unread-due.tsx';
import { dueSuggestions, useDayReader } from './use-tasks.ts';

/** A task as its form holds it. */
export interface TaskFormValues {
  title: string;
  kind: TaskKind;
  leadUids: string[];
  supportingUids: string[];
  dueOn: string | null;
  assignedOn: Dayjs;
  feedbackCycle: FeedbackCycle;
  sourceText: string;
  content: string;
}

/** The same as the contract takes it. */
export type TaskValues = ReturnType<typeof valuesOfForm>;

export function valuesOfForm(values: TaskFormValues) {
  return {
    ...values,
    title: values.title.trim(),
    sourceText: values.sourceText.trim(),
    content: values.content.trim(),
    assignedOn: values.assignedOn.format('YYYY-MM-DD'),
  };
}

export function valuesOfTask(task: TaskDetail): TaskValues {
  const uidsOf = (role: string) => task.units.filter((unit) => unit.role === role).map(({ uid }) => uid);
  return {
    title: task.title,
    kind: task.kind,
    leadUids: uidsOf('lead'),
    supportingUids: uidsOf('supporting'),
    dueOn: task.dueOn,
    assignedOn: task.assignedOn,
    feedbackCycle: task.feedbackCycle,
    sourceText: task.source.text,
    content: task.content,
  };
}

export function emptyTask(assignedOn: string): TaskValues {
  return {
    title: '',
    kind: 'other',
    leadUids: [],
    supportingUids: [],
    dueOn: null,
    assignedOn,
    feedbackCycle: { kind: 'none' },
    sourceText: '',
    content: '',
  };
}

export function formOfValues(values: TaskValues): TaskFormValues {
  return { ...values, assignedOn: dayjs(values.assignedOn) };
}

const kindOptions = taskKinds.map((kind) => ({ value: kind, label: taskKindNames[kind] }));

/** The fields of a task, in a Form of TaskFormValues. */
export function TaskFields({ today }: { today: string }) {
  const assignedOn = Form.useWatch<Dayjs | undefined>('assignedOn')?.format('YYYY-MM-DD') ?? today;
  const reader = useDayReader(assignedOn);
  const [unsureDay, setUnsureDay] = useState<string | null>(null);
  return (
    <>
      <Form.Item
        name="title"
        label="任务"
        rules={[{ required: true, whitespace: true, message: '请填写任务名称' }]}
      >
        <FirstField maxLength={200} autoComplete="off" />
      </Form.Item>
      <Row gutter={12}>
        <Col span={12}>
          <Form.Item name="leadUids" label="牵头单位">
            <OrganizationSelect multiple aria-label="牵头单位" />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item name="supportingUids" label="配合单位">
            <OrganizationSelect multiple aria-label="配合单位" />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item
            name="dueOn"
            label="完成时限"
            dependencies={['assignedOn']}
            rules={[
              {
                async validator(_, dueOn: string | null) {
                  const problem = dueProblem(assignedOn, dueOn);
                  if (problem !== null) throw new Error(problem);
                },
              },
            ]}
          >
            <TypedDayField
              aria-label="完成时限"
              {...reader}
              onUnsure={setUnsureDay}
              suggestions={dueSuggestions}
              placeholder="空着表示长期坚持"
            />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item
            name="assignedOn"
            label="交办日期"
            rules={[{ required: true, message: '请填写交办日期' }]}
          >
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
        </Col>
        <Col span={24}>
          <UnreadDue from={assignedOn} unsureDay={unsureDay} />
        </Col>
        <Col span={12}>
          <Form.Item name="kind" label="类别">
            <Select options={kindOptions} />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item name="sourceText" label="来源">
            <Input maxLength={200} placeholder="会议、批示或文件" autoComplete="off" />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name="feedbackCycle" label="反馈周期">
        <CycleField />
      </Form.Item>
      <Form.Item name="content" label="具体内容和要求">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4_000} />
      </Form.Item>
    </>
  );
}

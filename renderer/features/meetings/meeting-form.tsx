import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId } from 'react';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { useProblemPlace } from '#renderer/ui/use-problem-place.tsx';

export interface MeetingValues {
  title: string;
  day: string;
  startTime: string;
  place: string;
  chair: string;
  note: string;
}

type FormValues = Omit<MeetingValues, 'day'> & { day: Dayjs };

interface MeetingFormProps {
  initial: MeetingValues;
  /** Of a new meeting: its title counts the meetings of its year, until the clerk writes another one. */
  titleOn?: (day: string) => string;
  verb: string;
  busy: boolean;
  onSubmit: (values: MeetingValues) => void;
}

/** Title, day, time, place and chair of a meeting. */
export function MeetingForm({ initial, titleOn, verb, busy, onSubmit }: MeetingFormProps) {
  const id = useId();
  const [form] = Form.useForm<FormValues>();
  const problems = useProblemPlace(form);

  function followDay({ day }: Partial<FormValues>): void {
    if (day === undefined || titleOn === undefined || form.isFieldTouched('title')) return;
    form.setFieldsValue({ title: titleOn(day.format('YYYY-MM-DD')) });
  }

  return (
    <Form<FormValues>
      form={form}
      name={id}
      onValuesChange={(changed: Partial<FormValues>) => {
        problems.onChange();
        followDay(changed);
      }}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...initial, day: dayjs(initial.day) }}
      onFinish={({ day, ...values }) => {
        problems.onSent();
        onSubmit({ ...values, day: day.format('YYYY-MM-DD') });
      }}
    >
      <Form.Item
        name="title"
        label="会议标题"
        rules={[{ required: true, whitespace: true, message: '请填写会议标题' }]}
      >
        <FirstField maxLength={100} autoComplete="off" />
      </Form.Item>
      <div style={{ display: 'flex', gap: 12 }}>
        <Form.Item name="day" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker allowClear={false} style={{ width: 150 }} />
        </Form.Item>
        <Form.Item
          name="startTime"
          label="时间"
          rules={[{ pattern: /^(([01]\d|2[0-3]):[0-5]\d)?$/, message: '写成 09:30 这样' }]}
        >
          <Input style={{ width: 100 }} placeholder="09:30" maxLength={5} autoComplete="off" />
        </Form.Item>
        <Form.Item name="chair" label="主持人" style={{ flex: 1 }}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="place" label="地点">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      {problems.notice}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {verb}
      </Button>
    </Form>
  );
}

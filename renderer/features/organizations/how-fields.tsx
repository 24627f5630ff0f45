import { DatePicker, Form, Input, Radio } from 'antd';
import type dayjs from 'dayjs';
import styles from './form-rows.module.css';
import { toDay } from './model/days.ts';

/** The answer to 更正 or 变更, as form values. */
export interface HowValues {
  how: 'correct' | 'change';
  from?: dayjs.Dayjs;
  document?: string;
}

/** Was it always meant so, or does it change from a day on? */
export function HowFields() {
  return (
    <>
      <Form.Item name="how" label="这是">
        <Radio.Group
          vertical
          options={[
            { value: 'correct', label: '更正：原来录错了，本来就应当这样，历史一并改正' },
            { value: 'change', label: '变更：从某一天起变成这样，以前的仍按原样保留' },
          ]}
        />
      </Form.Item>
      <Form.Item<HowValues> noStyle shouldUpdate={(before, now) => before.how !== now.how}>
        {(form) => form.getFieldValue('how') === 'change' && <FromFields label="从哪一天起" />}
      </Form.Item>
    </>
  );
}

/** The day of a change and the document behind it. */
export function FromFields({ label }: { label: string }) {
  return (
    <div className={styles.row}>
      <Form.Item name="from" label={label} rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="document" label="依据文件(可不填)" className={styles.wide ?? ''}>
        <Input maxLength={200} placeholder="如：国函〔2026〕12号" autoComplete="off" />
      </Form.Item>
    </div>
  );
}

/** Day of a 变更, or null for a 更正. */
export function fromOf({ how, from }: HowValues): string | null {
  return how === 'change' ? toDay(from) : null;
}

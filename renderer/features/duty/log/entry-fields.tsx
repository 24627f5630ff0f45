import { Form, Input } from 'antd';
import { FirstField } from '#renderer/ui/first-field.tsx';
import styles from '../duty.module.css';

export const timeRules = [
  { required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/u, message: '时间应写成 09:05 这样' },
];

/** When it came, from whom, and what it is. */
export function EntryFields() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="cameAt" label="时间" rules={timeRules}>
          <Input style={{ width: 90 }} maxLength={5} autoComplete="off" />
        </Form.Item>
        <Form.Item name="sender" label="来电来文单位或人员、电话" className={styles.wide ?? ''}>
          <FirstField maxLength={100} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item
        name="matter"
        label="事项(时间、地点、经过、要求)"
        rules={[{ required: true, whitespace: true, message: '请填写事项' }]}
      >
        <Input.TextArea rows={3} maxLength={1_000} />
      </Form.Item>
    </>
  );
}

import { Form, Input } from 'antd';
import { DayField } from '#renderer/ui/day-field.tsx';
import styles from '../credit.module.css';
import { KindSelect } from './kind-select.tsx';

export interface EventValues {
  kindUid: string;
  day: string;
  text: string;
  number: string;
}

/** What an event says, whoever's it is. @param firstDay with which the form begins */
export function EventItems({ firstDay }: { firstDay: string }) {
  const form = Form.useFormInstance<EventValues>();
  const day = Form.useWatch('day', form) ?? firstDay;
  return (
    <>
      <Form.Item name="kindUid" label="信用事项" rules={[{ required: true, message: '请选择信用事项' }]}>
        <KindSelect day={day} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="day" label="日期">
          <DayField />
        </Form.Item>
        <Form.Item name="number" label="文书文号(没有的不填)" className={styles.wide ?? ''}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="text" label="事由">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

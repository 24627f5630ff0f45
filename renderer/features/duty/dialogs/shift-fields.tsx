import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Form, Input, InputNumber } from 'antd';
import { Fragment } from 'react';
import styles from '../duty.module.css';

const MOST = 6;
const timeRule = { pattern: /^([01]\d|2[0-3]):[0-5]\d$/u, required: true, message: '写成 08:30 这样' };

/** Shifts of a day: each lasts until the next one begins. */
export function ShiftFields() {
  return (
    <Form.List name="shifts">
      {(fields, { add, remove }) => (
        <Form.Item label="每天的班次(到下一班接班为止)">
          <div className={styles.shifts}>
            <span className={styles.grey}>班次</span>
            <span className={styles.grey}>接班时间</span>
            <span className={styles.grey}>带班领导</span>
            <span className={styles.grey}>值班人员</span>
            <span />
            {fields.map(({ key, name }) => (
              <Fragment key={key}>
                <Form.Item name={[name, 'name']} noStyle rules={[{ required: true, message: '请填写班次' }]}>
                  <Input aria-label="班次" maxLength={20} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'startsAt']} noStyle rules={[timeRule]}>
                  <Input aria-label="接班时间" maxLength={5} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'leaders']} noStyle>
                  <InputNumber
                    aria-label="带班领导人数"
                    min={0}
                    max={20}
                    suffix="人"
                    style={{ width: '100%' }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'officers']} noStyle>
                  <InputNumber
                    aria-label="值班人员人数"
                    min={0}
                    max={20}
                    suffix="人"
                    style={{ width: '100%' }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  disabled={fields.length === 1}
                  aria-label="删除这个班次"
                  icon={<DeleteOutlined aria-hidden />}
                  onClick={() => remove(name)}
                />
              </Fragment>
            ))}
          </div>
          {fields.length < MOST && (
            <Button
              type="dashed"
              size="small"
              onClick={() => add({ uid: null, name: '夜班', startsAt: '17:30', leaders: 0, officers: 1 })}
            >
              再加一班
            </Button>
          )}
        </Form.Item>
      )}
    </Form.List>
  );
}

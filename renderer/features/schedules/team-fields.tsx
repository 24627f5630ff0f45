import { Button, Form, Input } from 'antd';
import styles from './schedules.module.css';

/** The teams by name; who is in them is set on the page itself. */
export function TeamFields() {
  return (
    <div className={styles.scroll}>
      <Form.List name="teams">
        {(fields, { add, remove }) => (
          <>
            <div className={styles.pair}>
              {fields.map(({ key, name }) => (
                <span key={key} className={styles.buttons}>
                  <Form.Item
                    name={[name, 'name']}
                    rules={[{ required: true, whitespace: true, message: '请填写组名' }]}
                  >
                    <Input aria-label={`第 ${name + 1} 个组的名称`} maxLength={20} style={{ width: 140 }} />
                  </Form.Item>
                  <Button type="text" disabled={fields.length === 1} onClick={() => remove(name)}>
                    去掉
                  </Button>
                </span>
              ))}
            </div>
            <Button
              onClick={() =>
                add({
                  id: crypto.randomUUID(),
                  name: `第${fields.length + 1}组`,
                  memberIds: [],
                  vehicleIds: [],
                })
              }
            >
              增加一个组
            </Button>
          </>
        )}
      </Form.List>
    </div>
  );
}

import { Button, Form, Input } from 'antd';
import type { RandomDrawDetail } from '#shared/contract/random-draws.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from '../random.module.css';

interface Values {
  witnesses: { name: string; text: string }[];
}

const MOST_WITNESSES = 9;

/** Each witness gives figures or words; only with the last of them can the seed be known. */
export function WitnessForm({ draw }: { draw: RandomDrawDetail }) {
  const run = useOperation(client.randomInspection.drawNow, {
    success: ({ drawn }) => `已抽出 ${drawn} 个对象`,
  });
  return (
    <>
      <h3>见证人的输入</h3>
      <p className={styles.hint}>
        名单已经冻结，请当场核对指纹和下面被排除的。然后请每位见证人各自说一串数字或几个字，原样填写。
      </p>
      <Form<Values>
        autoComplete="off"
        initialValues={{
          witnesses: [
            { name: '', text: '' },
            { name: '', text: '' },
          ],
        }}
        onFinish={({ witnesses }) =>
          void run.run({ uid: draw.uid, fingerprint: draw.fingerprint, witnesses })
        }
      >
        <Form.List name="witnesses">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }, place) => (
                <div key={key} className={styles.witness}>
                  <Form.Item
                    name={[name, 'name']}
                    rules={[{ required: true, whitespace: true, message: '请填写见证人' }]}
                  >
                    <Input aria-label={`见证人 ${place + 1}`} placeholder="见证人姓名" maxLength={30} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'text']}
                    rules={[{ required: true, whitespace: true, message: '请填写见证人的输入' }]}
                  >
                    <Input
                      aria-label={`见证人 ${place + 1} 的输入`}
                      placeholder="如 8 3 6，或几个字"
                      maxLength={60}
                    />
                  </Form.Item>
                  {fields.length > 1 && <Button onClick={() => remove(name)}>移除</Button>}
                </div>
              ))}
              <div className={styles.buttons}>
                <Button type="primary" htmlType="submit" loading={run.running}>
                  抽取
                </Button>
                {fields.length < MOST_WITNESSES && (
                  <Button onClick={() => add({ name: '', text: '' })}>增加见证人</Button>
                )}
              </div>
            </>
          )}
        </Form.List>
      </Form>
    </>
  );
}

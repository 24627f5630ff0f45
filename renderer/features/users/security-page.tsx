import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import type { SecuritySettings } from '#shared/rules/users/security.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useFollowingForm } from '#renderer/ui/following-form.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './security-page.module.css';

/** What the office lays down about passwords, locking and who may be administrator. */
export function SecurityPage() {
  const settings = useQuery(api.users.security.queryOptions({ meta: { tables: ['setting'] } }));
  return (
    <PageFrame title="密码和锁定" body="text">
      <QueryView query={settings}>{(data) => <SecurityForm settings={data} />}</QueryView>
    </PageFrame>
  );
}

interface NumberProps {
  name: keyof SecuritySettings;
  label: string;
  unit: string;
  least: number;
  most: number;
}

function NumberItem({ name, label, unit, least, most }: NumberProps) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: '请填写整数' }]}>
      <InputNumber min={least} max={most} precision={0} suffix={unit} className={styles.number ?? ''} />
    </Form.Item>
  );
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,，、]+/u).filter((word) => word !== '');
}

interface WordsFieldProps {
  /** Given by Form.Item. */
  id?: string;
  value?: readonly string[];
  onChange?: (words: string[]) => void;
}

/** Words as they are typed: what parts them stays as long as the field is written in. */
function WordsField({ id, value = [], onChange }: WordsFieldProps) {
  const [typed, setTyped] = useState('');
  const isTyped = wordsIn(typed).join(' ') === value.join(' ');
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      rows={4}
      value={isTyped ? typed : value.join(' ')}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange?.(wordsIn(target.value));
      }}
    />
  );
}

function SecurityForm({ settings }: { settings: SecuritySettings }) {
  const [form] = Form.useForm<SecuritySettings>();
  useFollowingForm(form, settings);
  const save = useOperation(client.users.setSecurity, { success: '已保存，从现在起照此执行' });
  return (
    <Form<SecuritySettings>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={settings}
      onFinish={(values) => void save.run({ ...values, commonWords: [...values.commonWords] })}
    >
      <Sheet title="密码">
        <div className={styles.numbers}>
          <NumberItem name="minLength" label="至少" unit="个字符" least={6} most={40} />
          <NumberItem name="kinds" label="大写、小写、数字、符号至少" unit="种" least={1} most={4} />
          <NumberItem name="remembered" label="不能重用最近" unit="个" least={0} most={10} />
        </div>
        <Form.Item
          name="commonWords"
          label="不能用作密码的词"
          extra="加上数字、符号，或用符号、数字代替字母(如 0 代替 o)也算。词之间用空格或逗号分开。姓名、单位和本地的名称（拼音也算）、生日、键盘上连着的键，和程序自带的一千多个常见密码总是不能用。"
        >
          <WordsField />
        </Form.Item>
      </Sheet>
      <Sheet title="锁定">
        <div className={styles.numbers}>
          <NumberItem name="lockTries" label="连续输错" unit="次锁定" least={3} most={20} />
          <NumberItem name="lockMinutes" label="锁定" unit="分钟" least={1} most={1_440} />
          <NumberItem name="idleMinutes" label="无操作多久锁屏(0 不锁)" unit="分钟" least={0} most={240} />
        </div>
        <p className={styles.quiet}>锁屏只对有密码的用户；没有保存的内容都还在，输入密码接着做。</p>
      </Sheet>
      <Sheet title="三员分立">
        <Form.Item
          name="administratorsApart"
          label="系统管理员、安全管理员、审计员由三个人分别担任，都不接触业务数据"
          extra="开启前，请先在“用户”里给三个人各授予一种管理身份，其他人(包括现在的您)不再兼任，每位用户都设好密码；然后由安全管理员登录，到这里开启。"
          valuePropName="checked"
        >
          <Switch checkedChildren="开启" unCheckedChildren="关闭" />
        </Form.Item>
      </Sheet>
      <Sheet>
        <Form.Item name="source" label="依据">
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.running}>
          保存
        </Button>
      </Sheet>
    </Form>
  );
}

import { Form, Input } from 'antd';
import styles from './form-rows.module.css';

interface NameFieldsProps {
  /** An empty short name means the usual short form. */
  shortNameOptional?: boolean;
}

/** Name and short name side by side. */
export function NameFields({ shortNameOptional = false }: NameFieldsProps) {
  return (
    <div className={styles.row}>
      <Form.Item
        name="name"
        label="名称"
        className={styles.wide ?? ''}
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="shortName"
        label={shortNameOptional ? '简称(可不填)' : '简称'}
        rules={shortNameOptional ? [] : [{ required: true, whitespace: true, message: '请填写简称' }]}
      >
        <Input maxLength={30} autoComplete="off" style={{ width: 160 }} />
      </Form.Item>
    </div>
  );
}

import { Form, Input } from 'antd';
import { UnitField } from '#renderer/ui/unit-field.tsx';
import styles from './rosters.module.css';

/** Unit and post as a form holds them. */
export interface UnitValues {
  unit?: string;
  post?: string;
}

/** 单位 and 职务; units are offered by name or pinyin initials. */
export function UnitFields({ names = ['unit', 'post'] }: { names?: [string, string] }) {
  return (
    <div className={styles.row}>
      <Form.Item name={names[0]} label="单位">
        <UnitField />
      </Form.Item>
      <Form.Item name={names[1]} label="职务">
        <Input maxLength={100} autoComplete="off" placeholder="如：副局长" />
      </Form.Item>
    </div>
  );
}

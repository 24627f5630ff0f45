import { Radio } from 'antd';
import { type Role, roleNames } from '#shared/rights.ts';
import styles from './role-choice.module.css';

const explanations: Readonly<Record<Role, string>> = {
  manager: '可以做一切，包括管理用户和办公室设置',
  clerk: '录入、修改、定稿、导出，不能填核定分，不能管理用户',
  reader: '只能查看和导出',
};
const roles: readonly Role[] = ['manager', 'clerk', 'reader'];

interface RoleChoiceProps {
  value?: Role;
  onChange?: (role: Role) => void;
}

/** The three roles, each with what it may do; a field for antd's Form.Item. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  return (
    <Radio.Group
      className={styles.roles ?? ''}
      value={value}
      onChange={(event) => {
        const role = roles.find((candidate) => candidate === event.target.value);
        if (role !== undefined) onChange?.(role);
      }}
    >
      {roles.map((role) => (
        <Radio key={role} value={role}>
          {roleNames[role]}
          <span className={styles.explanation}>{explanations[role]}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}

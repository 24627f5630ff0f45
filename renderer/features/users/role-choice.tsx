import { Checkbox } from 'antd';
import { isRole, type Role, roleDuties, roleNames, roles } from '#shared/rights.ts';
import styles from './role-choice.module.css';

interface RoleChoiceProps {
  value?: readonly Role[];
  onChange?: (roles: Role[]) => void;
  disabled?: boolean;
}

/** The roles, each with what it may do; a field for antd's Form.Item. */
export function RoleChoice({ value = [], onChange, disabled = false }: RoleChoiceProps) {
  return (
    <Checkbox.Group
      className={styles.roles ?? ''}
      value={[...value]}
      disabled={disabled}
      onChange={(chosen) => onChange?.(chosen.filter(isRole))}
    >
      {roles.map((role) => (
        <Checkbox key={role} value={role}>
          {roleNames[role]}
          <span className={styles.explanation}>{roleDuties[role]}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
}

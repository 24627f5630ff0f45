import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { ConflictChoice, ConflictField } from './conflict.ts';
import styles from './conflict-dialog.module.css';

interface ConflictDialogProps {
  fields: readonly ConflictField[];
  /** A value as it stands in its field; plain text without it. */
  format?: (field: ConflictField, value: unknown) => string;
  /** Field by field; see resolvePatch. */
  onResolve: (choices: Record<string, ConflictChoice>) => void;
  onCancel: () => void;
}

/** Somebody else changed the same fields meanwhile: both values side by side, one is chosen for each. */
export function ConflictDialog({ fields, format = plain, onResolve, onCancel }: ConflictDialogProps) {
  const [choices, setChoices] = useState<Record<string, ConflictChoice>>(() =>
    Object.fromEntries(fields.map(({ field }) => [field, 'mine' as const])),
  );
  const choose = (field: string, choice: ConflictChoice) => setChoices({ ...choices, [field]: choice });

  return (
    <Modal
      open
      width={680}
      title="这里刚被别人改过，保留哪一个?"
      okText="按所选保存"
      cancelText="先不保存"
      onOk={() => onResolve(choices)}
      onCancel={onCancel}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">我填写的</th>
            <th scope="col">现在保存着的</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((entry) => (
            <tr key={entry.field}>
              <th scope="row">{entry.label}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <Radio checked={choices[entry.field] === side} onChange={() => choose(entry.field, side)}>
                    {format(entry, entry[side])}
                  </Radio>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function plain(_field: ConflictField, value: unknown): string {
  if (value === null || value === undefined || value === '') return '(空)';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

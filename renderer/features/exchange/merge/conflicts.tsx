import { Button, Radio } from 'antd';
import type { PackPreview } from '#shared/contract/exchange.ts';
import {
  DELETED_HERE,
  type PackCell,
  packRuleNames,
  type PackRule,
  packRules,
  WITH_PARTS,
} from '#shared/rules/exchange/model.ts';
import { columnLabel, tableLabel, valueText } from '#shared/rules/history/labels.ts';
import { DialogPages } from '#renderer/ui/dialog-pages.tsx';
import { DialogTable } from '#renderer/ui/dialog-table.tsx';
import styles from '../exchange.module.css';

interface ConflictsProps {
  preview: PackPreview;
  /** undefined: nothing was chosen yet. */
  choiceOf: (cell: PackCell) => PackRule | undefined;
  onRule: (rule: PackRule) => void;
  onChoose: (id: string, rule: PackRule) => void;
}

/** What both PCs have written, side by side. */
export function Conflicts({ preview, choiceOf, onRule, onChoose }: ConflictsProps) {
  const { conflicts, conflictCount } = preview;
  if (conflictCount === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>两边都改过</h3>
      <div className={styles.rules}>
        {conflictCount} 处要选保留哪一个；也可以都按一种办法，再改其中几处：
        {packRules.map((rule) => (
          <Button key={rule} size="small" onClick={() => onRule(rule)}>
            {packRuleNames[rule]}
          </Button>
        ))}
      </div>
      <DialogPages rows={conflicts}>
        {(shown) => (
          <DialogTable heads={['哪一条', '哪一格', '这里的', '包里的']} most={360}>
            {shown.map((cell) => (
              <tr key={cell.id}>
                <th scope="row">{cell.row}</th>
                <td>
                  {cell.column === DELETED_HERE || cell.column === WITH_PARTS
                    ? tableLabel(cell.table)
                    : columnLabel(cell.table, cell.column)}
                </td>
                {packRules.map((rule) => (
                  <td key={rule}>
                    <Radio checked={choiceOf(cell) === rule} onChange={() => onChoose(cell.id, rule)}>
                      {sideText(cell, rule)}
                    </Radio>
                  </td>
                ))}
              </tr>
            ))}
          </DialogTable>
        )}
      </DialogPages>
      {conflictCount > conflicts.length && <p>列出前 {conflicts.length} 处，其余的按一种办法定。</p>}
    </>
  );
}

export function sideText(cell: PackCell, rule: PackRule): string {
  if (cell.column === DELETED_HERE) return rule === 'ours' ? '已经删除，不再添加' : '还在，恢复它';
  if (cell.column === WITH_PARTS) return String(cell[rule] ?? '');
  return valueText(cell.table, cell.column, cell[rule]);
}

import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { ConflictChoice } from '#renderer/ui/conflict.ts';
import type { FrameIndex } from '../frame-index.ts';
import type { CellConflict } from '#shared/contract/assessment.ts';
import styles from './score-conflict-dialog.module.css';

interface ScoreConflictDialogProps {
  conflicts: readonly CellConflict[];
  index: FrameIndex;
  onResolve: (choices: Readonly<Record<string, ConflictChoice>>) => void;
}

type Choices = Readonly<Record<string, ConflictChoice>>;

/** Another window saved these cells meanwhile: both scores side by side, chosen cell by cell or all at once. */
export function ScoreConflictDialog({ conflicts, index, onResolve }: ScoreConflictDialogProps) {
  const all = (choice: ConflictChoice): Choices =>
    Object.fromEntries(conflicts.map(({ field }) => [field, choice]));
  const [choices, setChoices] = useState<Choices>(() => all('theirs'));

  return (
    <Modal
      open
      width={680}
      title={`${conflicts.length} 项评分刚被别的窗口改过，保留哪一个?`}
      closable={false}
      footer={[
        <Button key="theirs" onClick={() => onResolve(all('theirs'))}>
          都保留已保存的
        </Button>,
        <Button key="mine" onClick={() => onResolve(all('mine'))}>
          都用我录入的
        </Button>,
        <Button key="chosen" type="primary" onClick={() => onResolve(choices)}>
          按所选保存
        </Button>,
      ]}
      onCancel={() => onResolve(all('theirs'))}
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">评分项</th>
              <th scope="col">我录入的</th>
              <th scope="col">现在保存着的</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((conflict) => (
              <tr key={conflict.field}>
                <th scope="row">{conflict.label}</th>
                {(['mine', 'theirs'] as const).map((side) => (
                  <td key={side}>
                    <Radio
                      checked={choices[conflict.field] === side}
                      onChange={() => setChoices({ ...choices, [conflict.field]: side })}
                    >
                      {textOf(conflict.indicatorUid, conflict[side], index)}
                    </Radio>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}

function textOf(indicatorUid: string, entry: ScoreEntry | null, index: FrameIndex): string {
  const indicator = index.indicators.get(indicatorUid);
  if (entry === null || indicator === undefined) return '未评';
  const inBonus = index.isBonus(indicator);
  const words = entry.notApplicable ? '' : describeEntry(indicator, entry, inBonus);
  const details = [words, entry.reason].filter((text) => text !== '').join('；');
  const text = entry.notApplicable ? '不适用' : entryText(indicator, entry, inBonus);
  return details === '' ? text : `${text}(${details})`;
}

import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeductionRow } from '#shared/contract/deductions.ts';
import { takeOver } from '#shared/rules/deductions/take-over.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { ScoredIndicator, ScoreEntry } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { PhotoStrip } from '#renderer/ui/photos/photo-strip.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import { useAccept, useWithdraw } from './use-decisions.ts';
import { amountWords, stateTag, taskHref } from './words.ts';
import styles from './deductions.module.css';

interface CellDeductionsProps {
  rows: readonly DeductionRow[];
  indicator: ScoredIndicator;
  entry: ScoreEntry | null;
  readOnly: boolean;
}

/** What is proposed at a cell, with its evidence and what the score would become. */
export function CellDeductions({ rows, ...cell }: CellDeductionsProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label="拟扣分">
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.uid} className={styles.proposal} data-state={row.state}>
            <Proposal row={row} {...cell} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ProposalProps extends Omit<CellDeductionsProps, 'rows'> {
  row: DeductionRow;
}

function Proposal({ row, indicator, entry, readOnly }: ProposalProps) {
  const accept = useAccept();
  const withdraw = useWithdraw();
  const [refuses, setRefuses] = useState(false);
  const { state, reason, refusal, task } = row;
  return (
    <>
      <span className={styles.rowHead}>
        <LightTag {...stateTag(row)} />
        <strong>{amountWords(row)}</strong>
        <Link href={taskHref(row)}>{task.isFinding ? '查看问题' : '查看任务'}</Link>
      </span>
      <span>{reason}</span>
      {task.isFinding && state === 'waiting' && (
        <PhotoStrip subject={{ kind: 'findingBefore', uid: task.uid }} label="整改前照片" mayEdit={false} />
      )}
      {refusal !== '' && <span className={styles.grey}>未采纳的原因：{refusal}</span>}
      {state === 'waiting' && <Outlook row={row} indicator={indicator} entry={entry} />}
      {!readOnly && (
        <span className={styles.rowHead}>
          {state === 'waiting' && (
            <>
              <Button
                type="primary"
                size="small"
                loading={accept.running}
                onClick={() => void accept.run({ uids: [row.uid] })}
              >
                采纳
              </Button>
              <Button size="small" onClick={() => setRefuses(true)}>
                不采纳…
              </Button>
            </>
          )}
          {state !== 'refused' && (
            <Button type="link" size="small" onClick={() => void withdraw([row])}>
              撤回
            </Button>
          )}
        </span>
      )}
      {refuses && (
        <RefuseDialog rows={[row]} onDone={() => setRefuses(false)} onClose={() => setRefuses(false)} />
      )}
    </>
  );
}

/** 采纳后得分:20 → 17 */
function Outlook({ row, indicator, entry }: Pick<ProposalProps, 'row' | 'indicator' | 'entry'>) {
  const outcome = takeOver(indicator, entry, row);
  if ('problem' in outcome) return <span className={styles.problem}>{outcome.problem}</span>;
  const before = entry === null ? '未评' : pointsText(scoreIndicator(indicator, entry, true).points);
  const after = pointsText(scoreIndicator(indicator, outcome.entry, true).points);
  return (
    <span className={styles.grey}>
      采纳后得分：{before} → {after}
    </span>
  );
}

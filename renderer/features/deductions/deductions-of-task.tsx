import { Button } from 'antd';
import { Link } from 'wouter';
import type { DeductionRow } from '#shared/contract/deductions.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { groundsProblem } from '#shared/rules/deductions/grounds.ts';
import { useRight } from '#renderer/app/session.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { ProposeButton } from './propose-button.tsx';
import { useDeductionsOfTask } from './use-deductions.ts';
import { useWithdraw } from './use-decisions.ts';
import { amountWords, cellHref, indicatorWords, stateTag } from './words.ts';
import styles from './deductions.module.css';

/** What a finding or overdue task costs its unit in the assessment, beside the task. */
export function DeductionsOfTask({ task }: { task: TaskRow }) {
  const rows = useDeductionsOfTask(task.uid);
  const mayScore = useRight('score');
  const today = useCurrentDay();
  const mayPropose = mayScore && groundsProblem(task, today) === null;
  if (rows.length === 0 && !mayPropose) return null;
  return (
    <section aria-label="考核扣分">
      <h3 className={styles.heading}>考核扣分</h3>
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.uid}>
              <Line row={row} mayScore={mayScore} />
            </li>
          ))}
        </ul>
      )}
      {mayPropose && <ProposeButton tasks={[task]} />}
    </section>
  );
}

function Line({ row, mayScore }: { row: DeductionRow; mayScore: boolean }) {
  const withdraw = useWithdraw();
  const { period, unitName, indicatorNumber: number, indicatorContent: content, refusal } = row;
  return (
    <>
      <span className={styles.rowHead}>
        <LightTag {...stateTag(row)} />
        <strong>
          {unitName} {amountWords(row)}
        </strong>
        {mayScore && row.state === 'waiting' && !period.isFinal && (
          <Button type="link" size="small" onClick={() => void withdraw([row])}>
            撤回
          </Button>
        )}
      </span>
      <span>
        <Link href={cellHref(row)}>{period.title}</Link>，{indicatorWords({ number, content })}
      </span>
      {refusal !== '' && <span className={styles.grey}>未采纳的原因：{refusal}</span>}
    </>
  );
}

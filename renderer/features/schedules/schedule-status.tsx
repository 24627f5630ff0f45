import { Tooltip } from 'antd';
import { aimsOf, measureAims } from '#shared/rules/schedule/aims.ts';
import { clashWords } from '#shared/rules/schedule/clash-words.ts';
import { findClashes } from '#shared/rules/schedule/clashes.ts';
import { AIM_WORDS } from '#shared/rules/schedule/names.ts';
import { type AimResult, certaintyWords, shortCertainty } from '#shared/rules/schedule/result.ts';
import type { Board } from './board.ts';
import styles from './schedules.module.css';

interface ScheduleStatusProps {
  board: Board;
  quality: readonly AimResult[] | null;
  /** While it is being planned nothing is said of what is still missing. */
  isSolving: boolean;
}

/** How good the plan is, aim by aim; what it breaks; what could not be had, and what would help. */
export function ScheduleStatus({ board, quality, isSolving }: ScheduleStatusProps) {
  const { problem, plan } = board;
  const values = measureAims(problem, plan);
  const clashes =
    isSolving || board.uncovered.length === 0
      ? []
      : findClashes(problem, plan, { places: board.uncovered, pins: [] }).map((clash) =>
          clashWords(problem, clash),
        );
  const said = [...new Set([...board.broken, ...clashes.map(({ text, help }) => `${text}。${help}`)])];
  return (
    <div className={styles.status} aria-live="polite">
      <div className={styles.aims}>
        {quality === null
          ? aimsOf(problem).map((aim) => (
              <span key={aim}>
                {AIM_WORDS[aim]} <b>{values[aim]}</b>
              </span>
            ))
          : quality.map((result) => (
              <span key={result.aim}>
                {AIM_WORDS[result.aim]} <b>{values[result.aim]}</b>
                {/* Since it was published nothing differs from what is published. */}
                {values[result.aim] === result.value && (
                  <Tooltip title={certaintyWords(result)}>
                    <span className={styles.grey}>（{shortCertainty(result)}）</span>
                  </Tooltip>
                )}
              </span>
            ))}
        {quality === null && <span className={styles.grey}>手工调整过，没有证明</span>}
      </div>
      {said.length > 0 && (
        <ul className={styles.broken} aria-label="不符合规则的地方">
          {said.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {board.broken.length > 0 && !isSolving && (
        <span className={styles.grey}>点“重排，尽量少变动”自动改好，固定的不动；也可以自己拖动。</span>
      )}
    </div>
  );
}

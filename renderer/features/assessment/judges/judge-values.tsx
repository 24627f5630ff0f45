import { useQuery } from '@tanstack/react-query';
import type { JudgeEntry } from '#shared/contract/judges.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import { type JudgesWay, leftOut } from '#shared/rules/scoring/judges.ts';
import { api } from '#renderer/app/client.ts';
import { shortInstant } from '#renderer/ui/instants.ts';
import { shownScore } from '../grid/cell-view.ts';
import styles from '../detail/detail-panel.module.css';

interface JudgeValuesProps {
  cell: { groupUid: string; objectUid: string; indicatorUid: string };
  indicator: Indicator;
  inBonus: boolean;
}

/** What each judge gave one cell, side by side, with who is missing and what the mean leaves out. */
export function JudgeValues({ cell, indicator, inBonus }: JudgeValuesProps) {
  const { data } = useQuery(
    api.judges.ofCell.queryOptions({
      input: cell,
      meta: { tables: ['judge', 'judged_cell', 'assessment_group', 'scheme'] },
    }),
  );
  if (data === undefined || data.entries.length === 0) return null;
  const { way, entries } = data;
  const scores = entries.map(({ said }) =>
    said === null ? null : scoreIndicator(indicator, said.entry, true, inBonus),
  );
  const left = placesLeftOut(scores, way);
  const missing = entries.filter(({ said }) => said === null).length;
  return (
    <div>
      <div className={styles.source}>
        各评委的分
        {missing > 0
          ? `：还有 ${missing} 名没有评，评齐以后算出考评分`
          : way === 'mean'
            ? '：取平均分'
            : '：去掉最高、最低各一个，再平均'}
      </div>
      <ul className={styles.stages} aria-label="各评委的分">
        {entries.map(({ judgeUid, name, said }, place) => {
          const score = scores[place];
          return (
            <li key={judgeUid}>
              <span className={styles.stage}>{name}</span>
              <strong>{score === undefined || score === null ? '未评' : shownScore(score, inBonus)}</strong>
              {left.has(place) && <span className={styles.counts}>不计</span>}
              <SaidBy said={said} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function SaidBy({ said }: Pick<JudgeEntry, 'said'>) {
  if (said === null) return null;
  return (
    <>
      <span className={styles.source}>
        {said.userName} {shortInstant(said.at)}
      </span>
      {said.entry.reason !== '' && <div className={styles.source}>{said.entry.reason}</div>}
    </>
  );
}

type Scores = readonly (ReturnType<typeof scoreIndicator> | null)[];

/** Only once all have scored is it known which one is the highest. */
function placesLeftOut(scores: Scores, way: JudgesWay): ReadonlySet<number> {
  const given = scores.flatMap((score) => score ?? []);
  if (given.length < scores.length) return new Set();
  return new Set(
    leftOut(
      given.map(({ score }) => score),
      way,
    ),
  );
}

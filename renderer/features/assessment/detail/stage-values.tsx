import { useQuery } from '@tanstack/react-query';
import type { StageEntry } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { latestStage, type ScoreStage, stageNames } from '#shared/rules/assessment/stages.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import { api } from '#renderer/app/client.ts';
import { shortInstant } from '#renderer/ui/instants.ts';
import type { CellRef } from '../book/score-book.ts';
import { shownScore } from '../grid/cell-view.ts';
import styles from './detail-panel.module.css';

interface StageValuesProps {
  cell: CellRef;
  /** The stage that is being entered. */
  stage: ScoreStage;
  /** Stages whose scores count. */
  counted: readonly ScoreStage[];
  indicator: Indicator;
  inBonus: boolean;
}

/** What each stage says of one cell, who said it when, and why. */
export function StageValues({ cell, stage, counted, indicator, inBonus }: StageValuesProps) {
  const { data = [] } = useQuery(
    api.assessment.cellStages.queryOptions({ input: { ...cell }, meta: { tables: ['score'] } }),
  );
  if (data.length === 0) return null;
  const latest = latestStage(data.map((value) => value.stage).filter((each) => counted.includes(each)));
  return (
    <ul className={styles.stages} aria-label="各环节的得分">
      {data.map((value) => (
        <li key={value.stage} aria-current={value.stage === stage}>
          <span className={styles.stage}>{stageNames[value.stage]}</span>
          <strong>{scoreText(indicator, value, inBonus)}</strong>
          {value.stage === latest && <span className={styles.counts}>计入结果</span>}
          <span className={styles.source}>
            {value.userName} {shortInstant(value.at)}
          </span>
          {value.entry.reason !== '' && <div className={styles.source}>{value.entry.reason}</div>}
        </li>
      ))}
    </ul>
  );
}

function scoreText(indicator: Indicator, { entry }: StageEntry, inBonus: boolean): string {
  return entry.notApplicable
    ? '不适用'
    : shownScore(scoreIndicator(indicator, entry, true, inBonus), inBonus);
}

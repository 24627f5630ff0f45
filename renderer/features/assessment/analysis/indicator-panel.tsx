import type { GroupAnalysis } from '#shared/contract/analysis.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import type { CellRef } from '../book/score-book.ts';
import styles from './analysis.module.css';
import { FigureButton } from './figure-button.tsx';

interface IndicatorPanelProps {
  analysis: GroupAnalysis;
  indicatorUid: string;
  reasonFor: (cell: CellRef) => string;
  onCell: (cell: CellRef) => void;
  onClose: () => void;
}

/** Who lost points on one indicator, how many and why; the greatest loss first. */
export function IndicatorPanel({ analysis, indicatorUid, reasonFor, onCell, onClose }: IndicatorPanelProps) {
  const place = analysis.indicators.findIndex(({ uid }) => uid === indicatorUid);
  const indicator = analysis.indicators[place];
  if (indicator === undefined) return null;
  const losers = analysis.objects
    .map((object) => ({ ...object, points: object.cells[place] }))
    .filter((object): object is typeof object & { points: number } =>
      typeof object.points === 'number' ? object.points > 0 : false,
    )
    .toSorted((left, right) => right.points - left.points);
  return (
    <SidePanel title={`${indicator.number} 失分单位`.trim()} width={420} onClose={onClose}>
      <p>
        {indicator.content}（{pointsText(indicator.maxPoints)}分）
      </p>
      {losers.length === 0 ? (
        <p className={styles.hint}>
          {indicator.counted === 0 ? '这一项还没有评分。' : `${indicator.counted} 个已评单位都没有失分。`}
        </p>
      ) : (
        <ul className={styles.reasons}>
          {losers.map(({ objectUid, name, points }) => (
            <li key={objectUid}>
              <FigureButton
                label={`${name} ${indicator.number}：打开这一项`}
                onOpen={() => onCell({ objectUid, indicatorUid })}
              >
                {name} −{pointsText(points)}
              </FigureButton>
              <span>{reasonFor({ objectUid, indicatorUid })}</span>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}

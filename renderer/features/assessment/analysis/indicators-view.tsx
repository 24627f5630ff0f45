import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { GroupAnalysis } from '#shared/contract/analysis.ts';
import type { IndicatorLosses } from '#shared/rules/assessment/analysis/losses.ts';
import { lossShare, lostByMost, lostByNobody } from '#shared/rules/assessment/analysis/spread.ts';
import { shareText } from '#shared/rules/campaigns/words.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { barsDrawing } from '#renderer/ui/picture/bars.ts';
import { paintDrawing } from '#renderer/ui/picture/drawing.ts';
import { DrawingView } from '#renderer/ui/picture/drawing-view.tsx';
import { Picture } from '#renderer/ui/picture/picture.tsx';
import { oneOf, useRemembered } from '#renderer/ui/remembered.ts';
import styles from './analysis.module.css';
import { FigureButton } from './figure-button.tsx';

const shares = ['100', '95', '90', '80', '70', '50'] as const;
const shareOf = oneOf('assessment.widespread', shares, '90');
const SHOWN_BARS = 15;

type Shown = 'all' | 'most' | 'nobody';

interface IndicatorsViewProps {
  analysis: GroupAnalysis;
  title: string;
  onIndicator: (uid: string) => void;
}

/** Which indicators take the points: those where nearly everybody loses, and those that tell nobody apart. */
export function IndicatorsView({ analysis, title, onIndicator }: IndicatorsViewProps) {
  const [share, setShare] = useRemembered(shareOf);
  const [shown, setShown] = useState<Shown>('all');
  const { indicators } = analysis;
  const most = lostByMost(indicators, Number(share));
  const nobody = lostByNobody(indicators);
  const heading = `${title} 失分率最高的指标`;
  const drawing = useMemo(() => worstDrawing(indicators, heading), [indicators, heading]);
  const listed = { all: indicators, most, nobody }[shown];
  return (
    <div className={styles.scroll}>
      <div className={styles.tools}>
        <Segmented<Shown>
          aria-label="哪些指标"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: `全部 ${indicators.length}` },
            { value: 'most', label: `普遍失分 ${most.length}` },
            { value: 'nobody', label: `无人失分 ${nobody.length}` },
          ]}
        />
        <span>
          普遍失分：失分单位达到{' '}
          <Select<(typeof shares)[number]>
            aria-label="普遍失分的比例"
            value={share}
            onChange={setShare}
            options={shares.map((value) => ({ value, label: `${value}%` }))}
          />
        </span>
      </div>
      <IndicatorTable listed={listed} onIndicator={onIndicator} />
      {drawing !== null && (
        <div className={styles.drawn}>
          <Picture title="失分率最高的指标" paint={() => paintDrawing(drawing)}>
            <DrawingView drawing={drawing} onOpen={onIndicator} />
          </Picture>
        </div>
      )}
    </div>
  );
}

interface IndicatorTableProps {
  listed: readonly IndicatorLosses[];
  onIndicator: (uid: string) => void;
}

function IndicatorTable({ listed, onIndicator }: IndicatorTableProps) {
  if (listed.length === 0) return <p className={styles.hint}>没有这样的指标。</p>;
  return (
    <table className={styles.table} aria-label="指标失分">
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col" className={styles.content}>
            考评内容
          </th>
          <th scope="col">分值</th>
          <th scope="col">失分单位</th>
          <th scope="col">占已评单位</th>
          <th scope="col">合计失分</th>
          <th scope="col">失分率</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((indicator) => (
          <tr key={indicator.uid}>
            <td>{indicator.number}</td>
            <th scope="row" className={styles.content}>
              {indicator.content}
            </th>
            <td>{pointsText(indicator.maxPoints)}</td>
            <td>
              <FigureButton
                label={`${indicator.number} ${indicator.content}：哪些单位失分`}
                onOpen={() => onIndicator(indicator.uid)}
              >
                {indicator.losing}/{indicator.counted}
              </FigureButton>
            </td>
            <td>{shareText(indicator.losing, indicator.counted)}</td>
            <td>{pointsText(indicator.lost)}</td>
            <td>{percentText(lossShare(indicator))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function percentText(share: number): string {
  return `${share.toFixed(1)}%`;
}

function worstDrawing(indicators: readonly IndicatorLosses[], title: string) {
  const worst = indicators
    .filter(({ lost }) => lost > 0)
    .toSorted((left, right) => lossShare(right) - lossShare(left))
    .slice(0, SHOWN_BARS);
  if (worst.length === 0) return null;
  const bars = worst.map((indicator) => ({
    key: indicator.uid,
    name: `${indicator.number} ${indicator.content}`.trim(),
    value: lossShare(indicator),
    text: `${percentText(lossShare(indicator))}，${indicator.losing}个单位`,
  }));
  return barsDrawing(bars, { title, most: 100, nameLetters: 24 });
}

import { Button } from 'antd';
import { useState } from 'react';
import type { IndicatorReason, ProfilePeriod, ProfileStanding } from '#shared/contract/analysis.ts';
import { decimalText, pointsText } from '#shared/rules/scoring/points-text.ts';
import styles from './analysis.module.css';
import { FigureButton } from './figure-button.tsx';

const SHOWN_LOSSES = 5;

interface ProfilePeriodPartProps {
  period: ProfilePeriod;
  /** Undefined until it is known. */
  standing: ProfileStanding | undefined;
  onSheet: () => void;
  onCell: (indicatorUid: string) => void;
}

/** One period of an object: its result, and what it lost with the reasons. */
export function ProfilePeriodPart({ period, standing, onSheet, onCell }: ProfilePeriodPartProps) {
  const [showsAll, showAll] = useState(false);
  const { title, total, fullPoints, decimals, lost, losses, bonuses, remark, isFinal } = period;
  const shown = showsAll ? losses : losses.slice(0, SHOWN_LOSSES);
  return (
    <section className={styles.period} aria-label={title}>
      <h3>
        <FigureButton label={`${title}：打开评分表`} onOpen={onSheet}>
          {title}
        </FigureButton>
        {!isFinal && <span className={styles.none}>未定稿</span>}
      </h3>
      <p>
        得 {decimalText(total, decimals)} 分（满分 {pointsText(fullPoints)} 分）{standingText(standing)}
        ；失 {pointsText(lost)} 分{remark === '' ? '' : `；${remark}`}
      </p>
      <Reasons reasons={shown} sign="−" onCell={onCell} />
      <Reasons reasons={bonuses} sign="+" onCell={onCell} />
      {losses.length > SHOWN_LOSSES && (
        <Button type="link" size="small" onClick={() => showAll(!showsAll)}>
          {showsAll ? '收起' : `还有 ${losses.length - SHOWN_LOSSES} 项失分`}
        </Button>
      )}
    </section>
  );
}

function standingText(standing: ProfileStanding | undefined): string {
  if (standing === undefined) return '';
  const { rank, grade, objectCount } = standing;
  const place = rank === null ? '' : `，第 ${rank}/${objectCount} 名`;
  return `${place}${grade === '' ? '' : `，${grade}`}`;
}

interface ReasonsProps {
  reasons: readonly IndicatorReason[];
  sign: '−' | '+';
  onCell: (indicatorUid: string) => void;
}

function Reasons({ reasons, sign, onCell }: ReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ indicatorUid, number, content, points, reason }) => (
        <li key={indicatorUid}>
          <FigureButton label={`${number} ${content}：打开这一项`} onOpen={() => onCell(indicatorUid)}>
            {number} {content} {sign}
            {pointsText(points)}
          </FigureButton>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}

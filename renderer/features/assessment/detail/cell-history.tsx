import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ScoreStage } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { api } from '#renderer/app/client.ts';
import type { CellRef } from '../book/score-book.ts';
import { momentText } from '../names.ts';
import styles from './detail-panel.module.css';

interface CellHistoryProps {
  cell: CellRef;
  stage: ScoreStage;
  indicator: Indicator;
  inBonus: boolean;
}

/** Who changed this score when, newest first; fetched only when asked for. */
export function CellHistory({ cell, stage, indicator, inBonus }: CellHistoryProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    ...api.assessment.cellHistory.queryOptions({ input: { stage, ...cell }, meta: { tables: ['score'] } }),
    enabled: isOpen,
  });
  return (
    <div>
      <Button type="link" size="small" className={styles.toggle ?? ''} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? '收起历史' : '查看历史'}
      </Button>
      {isOpen && data?.length === 0 && <div className={styles.source}>还没有评过分。</div>}
      {isOpen && (
        <ol className={styles.history} aria-label="这一项的历史">
          {data?.toReversed().map(({ at, userName, label, before, after }, place) => (
            <li key={`${at}/${String(place)}`}>
              {momentText(at)} {userName}
              {label === '评分' ? '' : `(${label})`}:{textOf(indicator, before, inBonus)} →{' '}
              {textOf(indicator, after, inBonus)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function textOf(indicator: Indicator, entry: ScoreEntry | null, inBonus: boolean): string {
  if (entry === null) return '未评';
  const text = entryText(indicator, entry, inBonus);
  return entry.reason === '' ? text : `${text}(${entry.reason})`;
}

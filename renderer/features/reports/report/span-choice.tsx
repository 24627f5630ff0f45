import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import {
  kindOfSpan,
  movedSpan,
  type Span,
  type SpanKind,
  spanAround,
  spanKindNames,
  spanWords,
} from '#shared/rules/reports/span.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import styles from '../reports.module.css';

interface SpanChoiceProps {
  /** Given by Form.Item, or by the caller. */
  value?: Span;
  onChange?: (span: Span) => void;
}

const options = Object.entries(spanKindNames).map(([value, label]) => ({ value: value as SpanKind, label }));

/** A month, a quarter … one after another, or any two days. */
export function SpanChoice({ value, onChange }: SpanChoiceProps) {
  const [isFree, setIsFree] = useState(false);
  if (value === undefined) return null;
  const kind = isFree ? 'days' : kindOfSpan(value);
  const { from, to } = value;

  function choose(chosen: SpanKind): void {
    setIsFree(chosen === 'days');
    if (chosen !== 'days') onChange?.(spanAround(chosen, latest(from, to)));
  }

  return (
    <span className={styles.span}>
      <Select<SpanKind>
        aria-label="统计周期"
        style={{ width: 130 }}
        value={kind}
        options={options}
        onChange={choose}
      />
      {kind === 'days' ? (
        <>
          <DayField
            label="起始日期"
            value={from}
            onChange={(day) => day !== null && onChange?.({ from: day, to: day > to ? day : to })}
          />
          至
          <DayField
            label="截止日期"
            value={to}
            onChange={(day) => day !== null && onChange?.({ from: day < from ? day : from, to: day })}
          />
        </>
      ) : (
        <>
          <Button
            aria-label="上一期"
            icon={<LeftOutlined aria-hidden />}
            onClick={() => onChange?.(movedSpan(value, -1))}
          />
          <strong className={styles.words}>{spanWords(value)}</strong>
          <Button
            aria-label="下一期"
            icon={<RightOutlined aria-hidden />}
            onClick={() => onChange?.(movedSpan(value, 1))}
          />
        </>
      )}
    </span>
  );
}

/** Of a longer time that has begun, the part that was last; of one that is over, its end. */
function latest(from: string, to: string): string {
  const today = localDay(Date.now());
  return today >= from && today <= to ? today : to;
}

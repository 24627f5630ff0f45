import { App, Button } from 'antd';
import type { SheetObject } from '#shared/contract/assessment.ts';
import type { DeductionRow } from '#shared/contract/deductions.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { IndicatorScore } from '#shared/rules/scoring/result.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { type ScoreStage, stageNames } from '#shared/rules/assessment/stages.ts';
import { DeductionLinks } from '../../deductions/index.ts';
import type { CellRef } from '../book/score-book.ts';
import { CommitField } from '../commit-field.tsx';
import { type FrameIndex, indicatorName } from '../frame-index.ts';
import { readEdits } from '../grid/read-edits.ts';
import { reasonNames, type SheetStage } from './sheet-stages.ts';
import styles from './sheet-view.module.css';

const LETTERS_IN_A_LINE = 12;
const MOST_LINES = 8;

interface SheetRowProps {
  object: SheetObject;
  indicator: Indicator;
  columns: readonly SheetStage[];
  /** The column whose reasons are shown. */
  current: SheetStage;
  index: FrameIndex;
  deductions: readonly DeductionRow[];
  /** 佐证材料 2 份, 申诉待答复; empty where there is neither. */
  marks: string;
  /** To the cell in the grid, with everything that belongs to it. */
  onOpen: (cell: CellRef) => void;
}

/** One line of the paper form: what is asked, the score of each stage and why points were taken. */
export function SheetRow(props: SheetRowProps) {
  const { object, indicator, columns, current, index, deductions, marks, onOpen } = props;
  const { book, saving, mayEnter, stage } = current;
  const cell = { objectUid: object.uid, indicatorUid: indicator.uid };
  const own = book.entryAt(cell);
  const entry = book.shownAt(cell);
  const score = book.scorer.score(object.uid).indicators.get(indicator.uid);
  const inBonus = index.isBonus(indicator);
  const applies = index.applies(object.uid, indicator.uid);
  const name = indicatorName(indicator);
  const problem = score?.problems[0];

  function setReason(reason: string, seen: ScoreEntry | null): void {
    const now = book.entryAt(cell);
    if (now === null) return;
    saving.apply([{ ...cell, entry: { ...now, reason: reason.trim() }, base: seen }]);
  }

  return (
    <tr data-problem={problem !== undefined}>
      <td className={styles.number}>{indicator.number}</td>
      <td className={styles.text}>{indicator.content}</td>
      <td className={styles.max}>{pointsText(indicator.maxPoints)}</td>
      <td className={styles.text}>
        {indicator.ruleText === '' ? indicator.rules.map(describeRule).join('；') : indicator.ruleText}
      </td>
      <td className={styles.text}>{indicator.method}</td>
      {columns.map((column) => (
        <td key={column.stage}>
          {applies || column.stage === 'self' ? (
            <ScoreField
              label={`${name} ${stageNames[column.stage]}`}
              column={column}
              {...{ cell, indicator, index, inBonus }}
              disabled={!column.mayEnter || !applies}
            />
          ) : (
            '不适用'
          )}
        </td>
      ))}
      <td>
        {entry !== null && <div className={styles.words}>{describeEntry(indicator, entry, inBonus)}</div>}
        {problem !== undefined && <div className={styles.problem}>{problemText(indicator, problem)}</div>}
        {entry !== null && (own === null || !mayEnter) && <div>{entry.reason}</div>}
        {own !== null && mayEnter && (
          <CommitField
            small
            label={`${name} ${reasonNames[stage]}`}
            rows={linesOf(own.reason)}
            maxLength={1_000}
            value={own.reason}
            seen={() => own}
            onCommit={setReason}
          />
        )}
        {marks !== '' && (
          <Button type="link" size="small" className={styles.marks ?? ''} onClick={() => onOpen(cell)}>
            {marks}
          </Button>
        )}
        <DeductionLinks rows={deductions} />
      </td>
    </tr>
  );
}

interface ScoreFieldProps {
  label: string;
  column: SheetStage;
  cell: { objectUid: string; indicatorUid: string };
  indicator: Indicator;
  index: FrameIndex;
  inBonus: boolean;
  disabled: boolean;
}

function ScoreField({
  label,
  column: { stage, book, saving },
  cell,
  indicator,
  index,
  inBonus,
  disabled,
}: ScoreFieldProps) {
  const { message } = App.useApp();
  const entry = book.entryAt(cell);
  const shown = book.scorer.score(cell.objectUid).indicators.get(cell.indicatorUid);
  // What shows through from an earlier stage stands in that stage's own column.
  const score = entry === null && shown?.status === 'scored' ? undefined : shown;

  function commit(text: string, seen: ScoreEntry | null): void {
    const { edits, problems } = readEdits(book, index, [{ ...cell, text }]);
    saving.apply(edits.map((edit) => ({ ...edit, base: seen })));
    if (problems.length > 0) void message.warning(problems.join('\n'), 6);
  }

  if (disabled) return <span className={styles.shown}>{restText(score)}</span>;
  return (
    <div data-column={stage}>
      <CommitField
        small
        label={label}
        className={styles.scoreField ?? ''}
        value={entryText(indicator, entry, inBonus)}
        shownAtRest={restText(score)}
        seen={() => entry}
        onCommit={commit}
        onStep={(step) => stepInColumn(stage, step)}
      />
    </div>
  );
}

/** As many lines as the reason fills in its narrow column, so that it can be read whole. */
function linesOf(reason: string): number {
  return Math.min(MOST_LINES, Math.max(1, Math.ceil(reason.length / LETTERS_IN_A_LINE)));
}

/** On paper stands the score, whatever was entered for it. */
function restText(score: IndicatorScore | undefined): string {
  if (score === undefined || score.status === 'empty') return '';
  return score.status === 'notApplicable' ? '不适用' : pointsText(score.points + score.bonus);
}

/** To the same column of the line below or above. */
function stepInColumn(column: ScoreStage, step: 1 | -1): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`[data-column="${column}"] input:enabled`)];
  const place = fields.findIndex((field) => field === document.activeElement);
  const next = fields[place + step];
  next?.focus();
  next?.select();
}

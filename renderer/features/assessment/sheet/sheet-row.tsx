import { App } from 'antd';
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
import type { ScoreBook } from '../book/score-book.ts';
import type { ScoreSaving } from '../book/use-saving.ts';
import { DeductionLinks } from '../../deductions/index.ts';
import { CommitField } from '../commit-field.tsx';
import { type FrameIndex, indicatorName } from '../frame-index.ts';
import { readEdits } from '../grid/read-edits.ts';
import styles from './sheet-view.module.css';

const LETTERS_IN_A_LINE = 12;
const MOST_LINES = 8;

interface SheetRowProps {
  object: SheetObject;
  indicator: Indicator;
  checked: ScoreBook;
  self: ScoreBook;
  savingChecked: ScoreSaving;
  savingSelf: ScoreSaving;
  index: FrameIndex;
  deductions: readonly DeductionRow[];
  readOnly: boolean;
}

/** One line of the paper form: what is asked, the self score, the checked score and why points were taken. */
export function SheetRow(props: SheetRowProps) {
  const { object, indicator, checked, self, savingChecked, savingSelf, index, deductions, readOnly } = props;
  const cell = { objectUid: object.uid, indicatorUid: indicator.uid };
  const entry = checked.entryAt(cell);
  const score = checked.scorer.score(object.uid).indicators.get(indicator.uid);
  const inBonus = index.isBonus(indicator);
  const applies = index.applies(object.uid, indicator.uid);
  const name = indicatorName(indicator);
  const problem = score?.problems[0];

  function setReason(reason: string, seen: ScoreEntry | null): void {
    const now = checked.entryAt(cell);
    if (now === null) return;
    savingChecked.apply([{ ...cell, entry: { ...now, reason: reason.trim() }, base: seen }]);
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
      <td>
        <ScoreField
          label={`${name} 自评分`}
          book={self}
          saving={savingSelf}
          {...{ cell, indicator, index, inBonus }}
          disabled={readOnly || !applies}
          column="self"
        />
      </td>
      <td>
        {applies ? (
          <ScoreField
            label={`${name} 考评分`}
            book={checked}
            saving={savingChecked}
            {...{ cell, indicator, index, inBonus }}
            disabled={readOnly}
            column="checked"
          />
        ) : (
          '不适用'
        )}
      </td>
      <td>
        {entry !== null && <div className={styles.words}>{describeEntry(indicator, entry, inBonus)}</div>}
        {problem !== undefined && <div className={styles.problem}>{problemText(indicator, problem)}</div>}
        {entry !== null && readOnly && <div>{entry.reason}</div>}
        {entry !== null && !readOnly && (
          <CommitField
            small
            label={`${name} 扣分理由`}
            rows={linesOf(entry.reason)}
            maxLength={1_000}
            value={entry.reason}
            seen={() => entry}
            onCommit={setReason}
          />
        )}
        <DeductionLinks rows={deductions} />
      </td>
    </tr>
  );
}

interface ScoreFieldProps {
  label: string;
  book: ScoreBook;
  saving: ScoreSaving;
  cell: { objectUid: string; indicatorUid: string };
  indicator: Indicator;
  index: FrameIndex;
  inBonus: boolean;
  disabled: boolean;
  column: 'self' | 'checked';
}

function ScoreField({
  label,
  book,
  saving,
  cell,
  indicator,
  index,
  inBonus,
  disabled,
  column,
}: ScoreFieldProps) {
  const { message } = App.useApp();
  const entry = book.entryAt(cell);
  const score = book.scorer.score(cell.objectUid).indicators.get(cell.indicatorUid);

  function commit(text: string, seen: ScoreEntry | null): void {
    const { edits, problems } = readEdits(book, index, [{ ...cell, text }]);
    saving.apply(edits.map((edit) => ({ ...edit, base: seen })));
    if (problems.length > 0) void message.warning(problems.join('\n'), 6);
  }

  if (disabled) return <span className={styles.shown}>{restText(score)}</span>;
  return (
    <div data-column={column}>
      <CommitField
        small
        label={label}
        className={styles.scoreField ?? ''}
        value={entryText(indicator, entry, inBonus)}
        shownAtRest={restText(score)}
        seen={() => entry}
        onCommit={commit}
        onStep={(step) => stepInColumn(column, step)}
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
function stepInColumn(column: 'self' | 'checked', step: 1 | -1): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`[data-column="${column}"] input:enabled`)];
  const place = fields.findIndex((field) => field === document.activeElement);
  const next = fields[place + step];
  next?.focus();
  next?.select();
}

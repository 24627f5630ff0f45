import { type ScoreStage, scoreStages } from '#shared/rules/assessment/stages.ts';
import type { ScoreBook } from '../book/score-book.ts';
import type { ScoreSaving } from '../book/use-saving.ts';

/** One column of scores on the sheet. */
export interface SheetStage {
  stage: ScoreStage;
  book: ScoreBook;
  saving: ScoreSaving;
  mayEnter: boolean;
}

export type SheetStages = Readonly<Record<ScoreStage, SheetStage>>;

/** Self and checked scores stand on every sheet, later ones once they are entered or looked at. */
export function shownStages(stages: SheetStages, objectUid: string, stage: ScoreStage): SheetStage[] {
  const chosen = scoreStages.indexOf(stage);
  return scoreStages
    .filter((one, place) => {
      const isUsual = one === 'self' || one === 'checked';
      return isUsual || place <= chosen || hasEntries(stages[one].book, objectUid);
    })
    .map((one) => stages[one]);
}

export function hasEntries(book: ScoreBook, objectUid: string): boolean {
  return book.frame.scheme.indicators.some(
    ({ uid: indicatorUid }) => book.entryAt({ objectUid, indicatorUid }) !== null,
  );
}

/** What the reasons of a stage are called. */
export const reasonNames: Readonly<Record<ScoreStage, string>> = {
  self: '自评说明',
  checked: '扣分理由',
  reviewed: '复核理由',
  final: '核定理由',
};

import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { CellRef, ScoreBook } from '../book/score-book.ts';
import { type FrameIndex, indicatorName } from '../frame-index.ts';

/** What the rules took and the reason in the clerk's words. */
export function reasonOf(book: ScoreBook, index: FrameIndex, cell: CellRef): string {
  const indicator = index.indicators.get(cell.indicatorUid);
  const entry = book.entryAt(cell);
  if (indicator === undefined || entry === null) return '';
  const words = [describeEntry(indicator, entry, index.isBonus(indicator)), entry.reason.trim()];
  return words.filter((word) => word !== '').join('；');
}

/** 城东区 1.2 定期研究消防工作：得2分，满分5分；少1次，扣3分 */
export function cellWords(book: ScoreBook, index: FrameIndex, cell: CellRef): string {
  const object = index.objects.get(cell.objectUid);
  const indicator = index.indicators.get(cell.indicatorUid);
  const score = book.scorer.score(cell.objectUid).indicators.get(cell.indicatorUid);
  if (object === undefined || indicator === undefined || score === undefined) return '';
  const name = `${object.name} ${indicatorName(indicator)}${indicator.number === '' ? '' : ` ${indicator.content}`}`;
  const full = `满分${pointsText(indicator.maxPoints)}分`;
  if (score.status === 'empty') return `${name}：未评，${full}`;
  if (score.status === 'notApplicable') return `${name}：不适用`;
  const reason = reasonOf(book, index, cell);
  return `${name}：得${pointsText(score.points)}分，${full}${reason === '' ? '' : `；${reason}`}`;
}

import { AppError } from '#shared/errors.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { papersWithNumber } from './queries.ts';
import { requireContent } from './rows.ts';

/**
 * The paper of a number, for the command line; the brackets may be typed as they come to hand.
 * @throws AppError refused where there is none, or several of different years
 */
export function paperByNumber(db: ReadStore, number: string): Paper {
  const wanted = comparable(number);
  const found = db.all(papersWithNumber).filter((row) => comparable(row.number_text) === wanted);
  const [first, second] = found;
  if (first === undefined) throw new AppError('refused', { reason: `没有文号是“${number}”的公文。` });
  if (second !== undefined) {
    throw new AppError('refused', {
      reason: `文号“${number}”有 ${found.length} 份公文(各年或各系列)，请在程序里打开要打印的一份。`,
    });
  }
  return requireContent(db, first.id).paper;
}

/** Full-width letters and blanks come from the Chinese input method. */
function comparable(number: string): string {
  return number
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ \t\r]+/gu, '')
    .replaceAll(/[[（(【]/gu, '〔')
    .replaceAll(/[\])）】]/gu, '〕');
}

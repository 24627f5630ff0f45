import { AppError } from '#shared/errors.ts';
import { numberText, seriesYear } from '#shared/rules/papers/number-format.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { lastSerial, numberBySerial, type SeriesRow } from './queries.ts';
import { paperSettings } from './settings.ts';

export interface DocumentNumber {
  year: number;
  serial: number;
  text: string;
}

/** The number that follows the highest of the series in the year of the day. */
export function nextNumber(db: ReadStore, series: SeriesRow, day: string): DocumentNumber {
  const year = seriesYear(series.restart, day);
  const serial = (db.get(lastSerial, { seriesId: series.id, year })?.serial ?? 0) + 1;
  return numberOf(db, series, serial, day);
}

export function numberOf(db: ReadStore, series: SeriesRow, serial: number, day: string): DocumentNumber {
  const { area } = paperSettings(db);
  const text = numberText(series.format, { area, year: Number(day.slice(0, 4)), serial });
  return { year: seriesYear(series.restart, day), serial, text };
}

/**
 * Takes the next number for a paper, in the transaction of its signing: writers come one after another, and a
 * transaction that does not end has taken nothing.
 * @param expected the number that the page showed; null: whichever is next
 * @throws AppError refused with data.next where another paper has taken it
 */
export function takeNumber(
  { db, now, caller }: Pick<WriteContext, 'db' | 'now' | 'caller'>,
  paperId: number,
  series: SeriesRow,
  day: string,
  expected: string | null,
): DocumentNumber {
  const number = nextNumber(db, series, day);
  if (expected !== null && expected !== number.text) {
    throw new AppError('refused', {
      reason: `“${expected}”刚被另一份公文用了，现在轮到“${number.text}”。请核对后再签发。`,
      next: number.text,
    });
  }
  db.insert('paper_number', {
    series_id: series.id,
    ...number,
    paper_id: paperId,
    source: 'signed',
    status: 'used',
    taken_at: now,
    taken_by: caller.userName,
  });
  return number;
}

/** @throws AppError duplicate where the number is taken */
export function requireFree(db: ReadStore, series: SeriesRow, { year, serial, text }: DocumentNumber): void {
  if (db.get(numberBySerial, { seriesId: series.id, year, serial }) !== undefined) {
    throw new AppError('duplicate', { what: '文号', value: text });
  }
}

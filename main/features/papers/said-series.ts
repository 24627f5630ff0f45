import { saysNumber } from '#shared/rules/papers/said-number.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireKind, requireSeries } from './kinds.ts';
import { numberOf } from './numbers.ts';
import { allSeries, type SeriesRow } from './queries.ts';

export interface SaidNumber {
  seriesUid: string;
  serial: number;
  /** As it stands in full. */
  text: string;
}

/**
 * What a list means by a number: of the series whose form it has, the kind's own before the others.
 * @returns why it is none, with what to do, in Chinese
 */
export function numberAsWritten(
  db: ReadStore,
  written: string,
  { kind: code, issuedOn }: { kind: string; issuedOn: string },
): SaidNumber | { problem: string } {
  const serial = Number(/(\d{1,5})[号期]?$/u.exec(written)?.[1] ?? 0);
  if (serial < 1) return { problem: '没有读到文号里的序号，请写成 12 或“〔2026〕12号”这样。' };
  const own = requireSeries(db, { id: requireKind(db, { code }).series_id });
  const others = db.all(allSeries).filter(({ id }) => id !== own.id);
  const numberIn = (series: SeriesRow) => numberOf(db, series, serial, issuedOn).text;
  // A serial alone fits all of them: it is the kind's own.
  const series = [own, ...others].find((each) => saysNumber(written, numberIn(each)));
  if (series !== undefined) return { seriesUid: series.uid, serial, text: numberIn(series) };
  const wanted = `按“${own.name}”和印发日期应是“${numberIn(own)}”`;
  return {
    problem: `写的是“${written}”，${wanted}。请核对文号和印发日期；别的文号系列请先在公文的设置里新增。`,
  };
}

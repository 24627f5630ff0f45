import type { SplitRow } from '#shared/contract/fire-figures.ts';
import { type FireFigures, sumOfFigures } from '#shared/rules/fire-figures/figures.ts';
import { type FireSplit, leftOver, UNCLASSIFIED } from '#shared/rules/fire-figures/parts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { lastYearOf, requireCounties, upTo } from './month.ts';
import { partsByFigure } from './parts.ts';
import type { FigureRecord, PartRecord } from './queries.ts';
import { wordsBySplit } from './words.ts';

const UNCLASSIFIED_KEY = '';

/**
 * What of a month falls to each word, beside last year's; of the city what its counties report.
 * @throws AppError badInput for what was no county then
 */
export function splitOfMonth(
  db: ReadStore,
  { month, countyUid, split }: { month: string; countyUid: string | null; split: FireSplit },
): SplitRow[] {
  const ids = new Set(requireCounties(db, month, countyUid).map(({ id }) => id));
  const entries = (until: string) => upTo(db, until).filter((entry) => ids.has(entry.organization_id));
  const past = lastYearOf(month);
  const [thisYear, lastYear] = [tellerOf(db, split, entries(month)), tellerOf(db, split, entries(past))];
  const row = (key: string | null, name: string): SplitRow => ({
    key,
    name,
    figures: thisYear(key, month),
    lastYear: lastYear(key, past),
    toDate: thisYear(key, null) ?? sumOfFigures([]),
    toDateLastYear: lastYear(key, null),
  });
  return [
    row(null, '合计'),
    ...wordsBySplit(db)[split].map(({ uid, name }) => row(uid, name)),
    row(UNCLASSIFIED_KEY, UNCLASSIFIED),
  ];
}

/** Tells the figures of a word, of what falls to none, or (null) of all; in one month or (null) in all of them. */
type Teller = (key: string | null, month: string | null) => FireFigures | null;

function tellerOf(db: ReadStore, split: FireSplit, entries: readonly FigureRecord[]): Teller {
  const parts = partsByFigure(db, entries);
  return (key, month) => {
    const meant = month === null ? entries : entries.filter((entry) => entry.month === month);
    if (meant.length === 0) return null;
    return sumOfFigures(meant.map((entry) => shareOf(entry, parts.get(entry.id) ?? [], split, key)));
  };
}

/** What of an entry falls to a word (its uid), to none (empty), or all of it (null). */
export function shareOf(
  { fires, deaths, injuries, loss }: FireFigures,
  parts: readonly PartRecord[],
  split: FireSplit,
  key: string | null,
): FireFigures {
  const whole = { fires, deaths, injuries, loss };
  if (key === null) return whole;
  const own = parts.filter((part) => part.split === split);
  if (key === UNCLASSIFIED_KEY) return leftOver(whole, own);
  return sumOfFigures(own.filter(({ word_uid: uid }) => uid === key));
}

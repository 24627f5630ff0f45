import type { CountyFires, FireEntry, FireMonth } from '#shared/contract/fire-figures.ts';
import { addMonths, lastDayOfMonth } from '#shared/calendar/days.ts';
import { type FireFigures, sumOfFigures } from '#shared/rules/fire-figures/figures.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  organizationsOfLevel,
  organizationsOn,
  type OrganizationOnDay,
} from '#main/features/organizations/index.ts';
import { type FigureRecord, figuresBetween, singlesBetween } from './queries.ts';

/** A month of every county that existed on its last day, beside the same month a year ago. */
export function fireMonth(db: ReadStore, month: string): FireMonth {
  const counties = countiesIn(db, month);
  const before = lastYearOf(month);
  const [now, then] = [upTo(db, month), upTo(db, before)];
  const singles = singlesByCounty(db, month);
  const rows = counties.map((county) =>
    countyRow(county, month, { thisYear: now, lastYear: then, singles: singles.get(county.id) }),
  );
  const missing = rows.filter(({ entry }) => entry === null).map(({ name }) => name);
  const known = <Part>(part: (row: CountyFires) => Part | null) => rows.flatMap((row) => part(row) ?? []);
  const city: CountyFires = {
    organizationUid: null,
    name: '全市',
    entry: null,
    figures: sumOrNull(known(({ figures }) => figures)),
    lastYear: sumOrNull(known(({ lastYear }) => lastYear)),
    toDate: sumOfFigures(rows.map(({ toDate }) => toDate)),
    toDateLastYear: sumOrNull(known(({ toDateLastYear }) => toDateLastYear)),
    singles: null,
  };
  return { rows: [city, ...rows], missing };
}

export function countiesIn(db: ReadStore, month: string): OrganizationOnDay[] {
  return organizationsOfLevel(organizationsOn(db, lastDayOfMonth(`${month}-01`)), 'county');
}

export function entryOf(record: FigureRecord): FireEntry {
  const { uid, fires, deaths, injuries, loss, state, source } = record;
  const { entered_at: enteredAt, entered_by: enteredBy } = record;
  return { uid, fires, deaths, injuries, loss, state, source, enteredAt, enteredBy };
}

function lastYearOf(month: string): string {
  return addMonths(`${month}-01`, -12).slice(0, 7);
}

/** From January on. */
function upTo(db: ReadStore, month: string): FigureRecord[] {
  return db.all(figuresBetween, { from: `${month.slice(0, 4)}-01`, to: month });
}

/** Of fires entered one by one at a county or below it, by local id of the county. */
function singlesByCounty(db: ReadStore, month: string): Map<number, FireFigures> {
  const last = lastDayOfMonth(`${month}-01`);
  const organizations = organizationsOn(db, last);
  const countyOf = (id: number): number | null => {
    let at = organizations.get(id);
    while (at !== undefined && at.level !== 'county') at = organizations.get(at.parentId ?? 0);
    return at?.id ?? null;
  };
  const ofCounties = Map.groupBy(db.all(singlesBetween, { from: `${month}-01`, to: last }), (record) =>
    countyOf(record.organization_id),
  );
  return new Map(
    [...ofCounties].flatMap(([id, records]) => (id === null ? [] : [[id, sumOfFigures(records)]])),
  );
}

interface Known {
  thisYear: readonly FigureRecord[];
  lastYear: readonly FigureRecord[];
  singles: FireFigures | undefined;
}

function countyRow(
  { id, uid, name }: OrganizationOnDay,
  month: string,
  { thisYear, lastYear: yearBefore, singles }: Known,
): CountyFires {
  const own = thisYear.filter((record) => record.organization_id === id);
  const past = yearBefore.filter((record) => record.organization_id === id);
  const record = own.find((each) => each.month === month);
  const lastYear = past.find((each) => each.month === lastYearOf(month));
  return {
    organizationUid: uid,
    name,
    entry: record === undefined ? null : entryOf(record),
    figures: record === undefined ? null : figuresOf(record),
    lastYear: lastYear === undefined ? null : figuresOf(lastYear),
    toDate: sumOfFigures(own),
    toDateLastYear: sumOrNull(past),
    singles: singles ?? null,
  };
}

function figuresOf({ fires, deaths, injuries, loss }: FigureRecord): FireFigures {
  return { fires, deaths, injuries, loss };
}

/** The sum of nothing is not known. */
function sumOrNull(all: readonly FireFigures[]): FireFigures | null {
  return all.length === 0 ? null : sumOfFigures(all);
}

import type { PlaceFires, FireEntry, FireMonth } from '#shared/contract/fire-figures.ts';
import { AppError } from '#shared/errors.ts';
import { addMonths, lastDayOfMonth } from '#shared/calendar/days.ts';
import { type FireFigures, sumOfFigures, type TownshipSum } from '#shared/rules/fire-figures/figures.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  organizationsOfLevel,
  organizationsOn,
  type OrganizationOnDay,
} from '#main/features/organizations/index.ts';
import { partsByFigure, toParts } from './parts.ts';
import { type FigureRecord, figuresBetween, type PartRecord, singlesBetween } from './queries.ts';

/**
 * A month of every county that existed on its last day, or of one county and its townships, beside the same month a
 * year ago.
 * @throws AppError badInput for what was no county then
 */
export function fireMonth(db: ReadStore, month: string, countyUid: string | null): FireMonth {
  const known = knownOf(db, month);
  const counties = countiesIn(db, month);
  const townships = townshipsIn(db, month);
  const below = ({ id }: OrganizationOnDay) => townships.filter(({ parentId }) => parentId === id);
  const countyRowOf = (county: OrganizationOnDay) => placeRow(county, known, below(county));
  if (countyUid === null) {
    const rows = counties.map(countyRowOf);
    return { rows: [cityRow(rows), ...rows], missing: missingIn(rows) };
  }
  const [county] = requireCounties(db, month, countyUid);
  if (county === undefined) throw new Error('a county that is required is there');
  const rows = below(county).map((township) => placeRow(township, known, []));
  return { rows: [countyRowOf(county), ...rows], missing: missingIn(rows) };
}

function missingIn(rows: readonly PlaceFires[]): string[] {
  return rows.filter(({ entry }) => entry === null).map(({ name }) => name);
}

function cityRow(rows: readonly PlaceFires[]): PlaceFires {
  const known = <Part>(part: (row: PlaceFires) => Part | null) => rows.flatMap((row) => part(row) ?? []);
  return {
    organizationUid: null,
    name: '全市',
    entry: null,
    figures: sumOrNull(known(({ figures }) => figures)),
    lastYear: sumOrNull(known(({ lastYear }) => lastYear)),
    toDate: sumOfFigures(rows.map(({ toDate }) => toDate)),
    toDateLastYear: sumOrNull(known(({ toDateLastYear }) => toDateLastYear)),
    singles: null,
    townships: null,
  };
}

export function countiesIn(db: ReadStore, month: string): OrganizationOnDay[] {
  return organizationsOfLevel(organizationsOn(db, lastDayOfMonth(`${month}-01`)), 'county');
}

/**
 * All counties of the month, or one of them.
 * @throws AppError badInput for what was no county then
 */
export function requireCounties(db: ReadStore, month: string, countyUid: string | null): OrganizationOnDay[] {
  const counties = countiesIn(db, month);
  if (countyUid === null) return counties;
  const county = counties.find(({ uid }) => uid === countyUid);
  if (county === undefined)
    throw new AppError('badInput', { detail: `${month} 没有这个县(市、区)，请重新选择` });
  return [county];
}

export function townshipsIn(db: ReadStore, month: string): OrganizationOnDay[] {
  return organizationsOfLevel(organizationsOn(db, lastDayOfMonth(`${month}-01`)), 'township');
}

export function entryOf(record: FigureRecord, parts: readonly PartRecord[]): FireEntry {
  const { uid, fires, deaths, injuries, loss, state, source } = record;
  const { entered_at: enteredAt, entered_by: enteredBy } = record;
  return { uid, fires, deaths, injuries, loss, state, source, enteredAt, enteredBy, parts: toParts(parts) };
}

export function lastYearOf(month: string): string {
  return addMonths(`${month}-01`, -12).slice(0, 7);
}

/** From January on. */
export function upTo(db: ReadStore, month: string): FigureRecord[] {
  return db.all(figuresBetween, { from: `${month.slice(0, 4)}-01`, to: month });
}

/** Of fires entered one by one at a place or below it, by local id of the county and of the township. */
function singlesByPlace(db: ReadStore, month: string): Map<number, FireFigures> {
  const last = lastDayOfMonth(`${month}-01`);
  const organizations = organizationsOn(db, last);
  const placesOf = (id: number): number[] => {
    const places: number[] = [];
    for (let at = organizations.get(id); at !== undefined; at = organizations.get(at.parentId ?? 0))
      if (at.level === 'county' || at.level === 'township') places.push(at.id);
    return places;
  };
  const placed = db
    .all(singlesBetween, { from: `${month}-01`, to: last })
    .flatMap((record) => placesOf(record.organization_id).map((id) => ({ id, record })));
  const ofPlaces = Map.groupBy(placed, ({ id }) => id);
  return new Map(
    [...ofPlaces].map(([id, records]) => [id, sumOfFigures(records.map(({ record }) => record))]),
  );
}

interface Known {
  month: string;
  /** By local id of the place. */
  thisYear: ReadonlyMap<number, readonly FigureRecord[]>;
  lastYear: ReadonlyMap<number, readonly FigureRecord[]>;
  singles: ReadonlyMap<number, FireFigures>;
  /** Of the month's entries, by local id of the entry. */
  parts: ReadonlyMap<number, readonly PartRecord[]>;
}

function knownOf(db: ReadStore, month: string): Known {
  const byPlace = (records: readonly FigureRecord[]) => Map.groupBy(records, ({ organization_id: id }) => id);
  const thisYear = upTo(db, month);
  return {
    month,
    thisYear: byPlace(thisYear),
    lastYear: byPlace(upTo(db, lastYearOf(month))),
    singles: singlesByPlace(db, month),
    parts: partsByFigure(
      db,
      thisYear.filter((record) => record.month === month),
    ),
  };
}

function placeRow(
  { id, uid, name }: OrganizationOnDay,
  known: Known,
  townships: readonly OrganizationOnDay[],
): PlaceFires {
  const own = known.thisYear.get(id) ?? [];
  const past = known.lastYear.get(id) ?? [];
  const record = own.find(({ month }) => month === known.month);
  const lastYear = past.find(({ month }) => month === lastYearOf(known.month));
  return {
    organizationUid: uid,
    name,
    entry: record === undefined ? null : entryOf(record, known.parts.get(record.id) ?? []),
    figures: record === undefined ? null : figuresOf(record),
    lastYear: lastYear === undefined ? null : figuresOf(lastYear),
    toDate: sumOfFigures(own),
    toDateLastYear: sumOrNull(past),
    singles: known.singles.get(id) ?? null,
    townships: townshipSum(known, townships),
  };
}

function townshipSum(known: Known, townships: readonly OrganizationOnDay[]): TownshipSum | null {
  const reported = townships.flatMap(
    ({ id }) => known.thisYear.get(id)?.find(({ month }) => month === known.month) ?? [],
  );
  if (reported.length === 0) return null;
  return { figures: sumOfFigures(reported), missing: townships.length - reported.length };
}

function figuresOf({ fires, deaths, injuries, loss }: FigureRecord): FireFigures {
  return { fires, deaths, injuries, loss };
}

/** The sum of nothing is not known. */
function sumOrNull(all: readonly FireFigures[]): FireFigures | null {
  return all.length === 0 ? null : sumOfFigures(all);
}

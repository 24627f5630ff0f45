import { monthsOf, type Span } from '#shared/rules/reports/span.ts';
import type { RowKind } from '#shared/rules/reports/table.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allKinds, allTrades } from '#main/features/key-sites/index.ts';
import { organizationsOfLevel, organizationsOn } from '#main/features/organizations/index.ts';

interface NamedRow {
  key: string;
  name: string;
}

const levels: readonly NamedRow[] = [
  { key: 'province', name: '省级挂牌' },
  { key: 'city', name: '市级挂牌' },
  { key: 'county', name: '县级挂牌' },
];

/** Rows of a report in the usual order; units as they are on the last day. */
export function rowsOfKind(db: ReadStore, kind: RowKind, span: Span): NamedRow[] {
  switch (kind) {
    case 'month':
      return monthsOf(span).map(({ from }) => ({ key: monthKey(from), name: monthName(from) }));
    case 'level':
      return [...levels];
    case 'trade':
      return db.all(allTrades).map(({ uid, name }) => ({ key: uid, name }));
    case 'siteKind':
      return db.all(allKinds).map(({ uid, name }) => ({ key: uid, name }));
    default:
      return unitsOf(db, kind, span.to);
  }
}

/** A township with its county in front: several have a 城关镇. */
function unitsOf(db: ReadStore, level: 'county' | 'township' | 'memberUnit', day: string): NamedRow[] {
  const organizations = organizationsOn(db, day);
  return organizationsOfLevel(organizations, level).map(({ uid, name, parentId }) => {
    const county = level === 'township' ? organizations.get(parentId ?? 0)?.shortName : undefined;
    return { key: uid, name: `${county ?? ''}${name}` };
  });
}

export function monthKey(day: string): string {
  return day.slice(0, 7);
}

function monthName(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
}

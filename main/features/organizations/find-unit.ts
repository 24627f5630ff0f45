import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOfLevel, organizationsOn, type OrganizationOnDay } from './on-day.ts';

/** Columns that name a unit of a table: itself, and what tells units of one name apart. */
type UnitMeaning = 'unit' | 'county' | 'township';

/** @returns its id; where none or several are meant, a number below 0 of this row alone, and the problem is noted */
export type FindUnit<Meaning extends UnitMeaning = UnitMeaning> = (
  texts: Pick<RowTexts<Meaning>, 'text' | 'note'>,
  source: TableRow,
  name: string,
) => number;

interface NamedUnit {
  id: number;
  county: readonly string[];
  township: readonly string[];
}

/** By full or short name, with or without the names above it; columns of these tell units of one name apart. */
export function unitFinder(
  db: ReadStore,
  level: 'township',
  day: string,
): FindUnit<Exclude<UnitMeaning, 'township'>>;
export function unitFinder(db: ReadStore, level: OrganizationLevel, day: string): FindUnit;
export function unitFinder(db: ReadStore, level: OrganizationLevel, day: string): FindUnit {
  const organizations = organizationsOn(db, day);
  const isVillage = level === 'village';
  const byName = new Map<string, NamedUnit[]>();
  for (const unit of organizationsOfLevel(organizations, level)) {
    const parent = organizations.get(unit.parentId ?? 0);
    const county = namesOf(isVillage ? organizations.get(parent?.parentId ?? 0) : parent);
    const township = isVillage ? namesOf(parent) : [];
    const own = namesOf(unit);
    const names = new Set([...own, ...own.map((name) => `${parent?.name ?? ''}${name}`)]);
    for (const name of names)
      byName.set(name, [...(byName.get(name) ?? []), { id: unit.id, county, township }]);
  }
  return (texts, source, name) => {
    const above = (meaning: 'county' | 'township') => texts.text(source, meaning).replaceAll(' ', '');
    const county = above('county');
    const township = isVillage ? above('township') : '';
    const meant = (byName.get(name.replaceAll(' ', '')) ?? []).filter(
      (unit) =>
        (county === '' || unit.county.includes(county)) &&
        (township === '' || unit.township.includes(township)),
    );
    const [only, ...others] = meant;
    if (only !== undefined && others.length === 0) return only.id;
    const missing = isVillage && township === '' ? '乡镇(街道)' : '县(市、区)';
    const problem =
      only === undefined
        ? `没有找到“${county}${township}${name}”，请写机构里的全称或简称。`
        : `有几个单位叫“${name}”，请写上${missing}。`;
    texts.note('error', source.row, 'unit', problem);
    return -source.row;
  };
}

function namesOf(unit: OrganizationOnDay | undefined): string[] {
  return unit === undefined ? [] : [unit.name, unit.shortName].filter((name) => name !== '');
}

import { comparedText } from '../key-sites/same-site.ts';
import type { LedgerStandards, LedgerValues } from './definition.ts';
import { namesOf, requirementsIn } from './requirements.ts';
import { PLACE } from './values.ts';

/**
 * What stations have to have but have no row of: as rows of 0, so that it counts as missing.
 * @param of rows of the stations that are meant @param all everything that is listed at their places
 */
export function unlistedItems(
  of: readonly LedgerValues[],
  all: readonly LedgerValues[],
  standards: LedgerStandards,
): LedgerValues[] {
  const listed = Map.groupBy(all, stationOf);
  const stations = new Map(of.map((values) => [stationOf(values), values]));
  return [...stations].flatMap(([key, { [PLACE]: place = null, station = '', kind = null }]) => {
    const known = new Set((listed.get(key) ?? []).map(({ item }) => comparedText(String(item))));
    return requirementsIn(standards)
      .filter((asked) => asked.kind === kind && !namesOf(asked.item).some((name) => known.has(name)))
      .map(({ item }) => ({ [PLACE]: place, station, kind, item: firstNameOf(item), number: 0 }));
  });
}

function stationOf({ [PLACE]: place, station }: LedgerValues): string {
  return `${place} ${comparedText(String(station))}`;
}

function firstNameOf(item: string): string {
  return item.split(/[、，,;；/]/u)[0]?.trim() ?? item;
}

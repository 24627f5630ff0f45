import { comparedText } from '../key-sites/same-site.ts';
import type { LedgerBeside, LedgerDefinition, LedgerStandards, LedgerValues } from './definition.ts';
import { requirementFor } from './requirements.ts';
import { PLACE } from './values.ts';

interface Given {
  id: number;
  values: LedgerValues;
}

/**
 * What counts together with each row towards what its station has to have: models of one item stand in rows of their
 * own, and two names of it too.
 * @param rows everything that is listed at the places that are meant, in the order of ids
 * @returns by id, for rows that something is asked of
 */
export function besideOf(
  { requirements }: LedgerDefinition,
  rows: readonly Given[],
  standards: LedgerStandards,
): ReadonlyMap<number, LedgerBeside> {
  if (requirements === undefined) return new Map();
  const { kind, item, number, at } = requirements;
  const togetherOf = ({ values }: Given): string | null => {
    const asked = requirementFor(standards, String(values[kind]), String(values[item]));
    return asked === null
      ? null
      : `${values[PLACE]} ${comparedText(String(values[at]))} ${asked.kind} ${asked.item}`;
  };
  const together = Map.groupBy(rows, togetherOf);
  return new Map(
    [...together].flatMap(([key, those]) => {
      if (key === null) return [];
      const sum = those.reduce((total, { values }) => total + Number(values[number] ?? 0), 0);
      return those.map(({ id }, index) => [id, { number: sum, isFirst: index === 0 }] as const);
    }),
  );
}

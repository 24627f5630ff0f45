import type { PackRow } from '#shared/rules/exchange/model.ts';
import type { Matcher } from './match.ts';
import type { PackRows } from './pack-rows.ts';

/** Why a row may not be merged here, in Chinese; null where it may. `ids` are numbers here, by column. */
export type RowGuard = (row: PackRow, ids: Readonly<Record<string, number | null>>) => string | null;

/** What the guard refuses, and with a row all that would stand on it. */
export function createRefusals(
  matcher: Matcher,
  packed: PackRows,
  guard: RowGuard,
): (row: PackRow) => string | null {
  const known = new Map<PackRow, string | null>();

  function refusalOf(row: PackRow): string | null {
    const found = known.get(row);
    if (found !== undefined) return found;
    // A scheme names itself as its first version.
    known.set(row, null);
    const refusal = guard(row, idsOf(matcher, row)) ?? refusalOfGround(row);
    known.set(row, refusal);
    return refusal;
  }

  function refusalOfGround(row: PackRow): string | null {
    for (const { column, target, isRequired } of matcher.shapeOf(row.table).references) {
      const ground = isRequired ? packed.at(target, String(row.values[column] ?? '')) : undefined;
      if (ground === undefined || matcher.of(ground).kind !== 'new') continue;
      const refusal = refusalOf(ground);
      if (refusal !== null) return refusal;
    }
    return null;
  }
  return refusalOf;
}

function idsOf(matcher: Matcher, row: PackRow): Record<string, number | null> {
  return Object.fromEntries(
    matcher.shapeOf(row.table).references.map(({ column, target }) => {
      const match = matcher.targetOf(target, row.values[column] ?? null);
      return [column, match?.kind === 'known' ? match.id : null];
    }),
  );
}

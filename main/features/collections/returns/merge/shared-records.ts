import { type MergeRow, returnOf } from '#shared/rules/collections/merge/model.ts';
import type { UnitReturns } from './merge-rows.ts';

/**
 * Rows of several units about one record are one row: a county may write down what one of its townships was handed.
 * What the units say differently is decided as what two returns of one unit do.
 */
export function withSharedRecords(units: readonly UnitReturns[], rows: readonly MergeRow[]): MergeRow[] {
  const order = new Map(units.flatMap(({ open }) => open.map(({ uid, id }) => [uid, id])));
  const place = ({ returnUid }: MergeRow['returned'][number]) => order.get(returnOf(returnUid)) ?? 0;
  return [...Map.groupBy(rows, ({ id, key }) => key ?? id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    // Who writes below what he was handed does not know what is stored.
    const owner = group.find(({ given }) => Object.keys(given).length > 0) ?? first;
    return {
      ...owner,
      unitName: group.map(({ unitName }) => unitName).join('、'),
      returned: group.flatMap(({ returned }) => returned).toSorted((one, other) => place(one) - place(other)),
    };
  });
}

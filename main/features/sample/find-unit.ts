import type { RunOperation } from './run-operation.ts';

/** By short or full name, also by one that it had earlier in the year. @throws Error for what the city does not have */
export type FindUnit = (name: string) => { uid: string; name: string };

/** @param days first and last day of the sample's year: what is called by a new name goes by the old one too */
export async function readUnits(
  run: RunOperation,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): Promise<FindUnit> {
  const nodes = [
    ...(await run('organizations', 'tree', { day: lastDay })),
    ...(await run('organizations', 'tree', { day: firstDay })),
  ];
  return (name) => {
    const node = nodes.find((each) => each.shortName === name || each.name === name);
    if (node === undefined) throw new Error(`no organization of the sample is called ${name}`);
    return node;
  };
}

/** Lead and supporting units as the operations want them. */
export function unitsOf(
  find: FindUnit,
  { leads, supporting }: { leads: readonly string[]; supporting: readonly string[] },
): { leadUids: string[]; supportingUids: string[] } {
  const uidsOf = (names: readonly string[]) => names.map((name) => find(name).uid);
  return { leadUids: uidsOf(leads), supportingUids: uidsOf(supporting) };
}

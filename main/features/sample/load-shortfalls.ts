import type { RunOperation } from './run-operation.ts';

/** Plans of the first counties for the first item, and a few numbers entered by hand; invented. */
export async function loadShortfalls(run: RunOperation): Promise<void> {
  const [item] = await run('shortfalls', 'items', undefined);
  if (item === undefined) return;
  const { counties, rows } = await run('shortfalls', 'table', { itemUid: item.uid });
  for (const [place, { organizationUid, figure }] of rows.entries())
    await run('shortfalls', 'setFigure', {
      itemUid: item.uid,
      organizationUid,
      base: { existing: figure.existing },
      set: { existing: place % 3 === 0 ? 0 : 1 },
    });
  for (const [place, { organizationUid }] of counties.slice(0, 6).entries())
    await run('shortfalls', 'setPlans', {
      itemUid: item.uid,
      organizationUid,
      base: [],
      set: [2026, 2027, 2028].map((year, turn) => ({
        year,
        planned: 1,
        done: turn === 0 ? place % 2 : null,
        moneyPlanned: 120_000_000,
        moneySpent: turn === 0 ? (place % 2) * 95_000_000 : null,
        note: '',
      })),
    });
}

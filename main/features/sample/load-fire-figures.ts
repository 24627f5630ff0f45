import type { RunOperation } from './run-operation.ts';

/** Months of both years, so that there is something to compare with. */
const months = ['07', '08', '09', '10'];
const years = ['2025', '2026'];

/** Fire figures of every county; invented. */
export async function loadFireFigures(run: RunOperation): Promise<void> {
  for (const [yearPlace, year] of years.entries())
    for (const [monthPlace, name] of months.entries()) {
      const month = `${year}-${name}`;
      const { rows } = await run('fireFigures', 'month', { month });
      for (const [place, { organizationUid }] of rows.entries()) {
        if (organizationUid === null) continue;
        const seed = (place * 7 + monthPlace * 5 + yearPlace * 3) % 11;
        await run('fireFigures', 'enter', {
          month,
          organizationUid,
          seenUid: null,
          fires: 2 + seed,
          deaths: seed === 10 ? 1 : 0,
          injuries: seed > 8 ? 1 : 0,
          loss: (15_000 + seed * 8_350) * 100,
          state: year === '2026' && name === '10' ? 'flash' : 'verified',
          source: '示例数据',
        });
      }
    }
}

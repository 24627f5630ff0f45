import { type FirePart, fireSplits } from '#shared/rules/fire-figures/parts.ts';
import type { RunOperation } from './run-operation.ts';

/** Months of both years, so that there is something to compare with. */
const months = ['07', '08', '09', '10'];
const years = ['2025', '2026'];

/** 50 元 in 分: what all losses are made of. */
const LOSS_STEP = 5_000;

/** Fire figures of every county, and of one county's townships; invented. */
export async function loadFireFigures(run: RunOperation): Promise<void> {
  await loadCounties(run);
  await loadTownships(run);
}

async function loadCounties(run: RunOperation): Promise<void> {
  const words = await run('fireFigures', 'words', null);
  const partsOf = (fires: number, loss: number) => {
    const [trade, cause] = fireSplits.map((split) =>
      words[split].flatMap(({ uid }, place): FirePart[] => {
        // One fire for every second word, as far as they go; the rest is not told apart.
        if (place % 2 === 1 || place / 2 >= fires) return [];
        return [
          {
            wordUid: uid,
            fires: 1,
            deaths: 0,
            injuries: 0,
            loss: Math.floor(loss / fires / LOSS_STEP) * LOSS_STEP,
          },
        ];
      }),
    );
    return { trade: trade ?? [], cause: cause ?? [] };
  };
  for (const [yearPlace, year] of years.entries())
    for (const [monthPlace, name] of months.entries()) {
      const month = `${year}-${name}`;
      const { rows } = await run('fireFigures', 'month', { month, countyUid: null });
      for (const [place, { organizationUid }] of rows.entries()) {
        if (organizationUid === null) continue;
        const seed = (place * 7 + monthPlace * 5 + yearPlace * 3) % 11;
        const [fires, loss] = [2 + seed, (15_000 + seed * 8_350) * 100];
        await run('fireFigures', 'enter', {
          month,
          organizationUid,
          seenUid: null,
          fires,
          deaths: seed === 10 ? 1 : 0,
          injuries: seed > 8 ? 1 : 0,
          loss,
          parts: partsOf(fires, loss),
          state: year === '2026' && name === '10' ? 'flash' : 'verified',
          source: '示例数据',
        });
      }
    }
}

/** Of the last month; they add up to what the county has reported. */
async function loadTownships(run: RunOperation): Promise<void> {
  const month = '2026-10';
  const [, county] = (await run('fireFigures', 'month', { month, countyUid: null })).rows;
  if (county?.organizationUid === undefined || county.figures === null) return;
  const { figures, organizationUid: countyUid } = county;
  const { rows } = await run('fireFigures', 'month', { month, countyUid });
  const townships = rows.slice(1);
  const part = (whole: number, place: number) =>
    Math.floor((whole * (place + 1)) / townships.length) - Math.floor((whole * place) / townships.length);
  for (const [place, { organizationUid }] of townships.entries()) {
    if (organizationUid === null) continue;
    await run('fireFigures', 'enter', {
      month,
      organizationUid,
      seenUid: null,
      fires: part(figures.fires, place),
      deaths: part(figures.deaths, place),
      injuries: part(figures.injuries, place),
      loss: part(figures.loss / LOSS_STEP, place) * LOSS_STEP,
      state: 'flash',
      source: '示例数据',
    });
  }
}

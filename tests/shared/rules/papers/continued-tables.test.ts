import { describe, expect, it } from 'vitest';
import { bodyCell } from '#shared/rules/papers/blank-paper.ts';
import { continuedTables } from '#shared/rules/papers/continued-tables.ts';
import { bodyLimits } from '#shared/rules/papers/limits.ts';
import type { PaperTable } from '#shared/rules/papers/model.ts';

function aTable(count: number): PaperTable {
  return {
    kind: 'table',
    caption: '名单',
    columns: [10],
    headRows: 1,
    rows: [
      [bodyCell('名称', 'left')],
      ...Array.from({ length: count }, (_, at) => [bodyCell(`企业 ${at}`, 'left')]),
    ],
    landscape: false,
  };
}

describe('a long table of a paper', () => {
  it.each([0, 1, 1_900, 1_901, 4_000])('of %i rows goes on in further ones and loses none', (count) => {
    const tables = continuedTables(aTable(count), '名单(续)');
    expect(tables.map(({ caption }) => caption)).toEqual(['名单', ...tables.slice(1).map(() => '名单(续)')]);
    for (const { rows } of tables) {
      expect(rows[0]?.[0]?.text).toBe('名称');
      expect(rows.length).toBeLessThanOrEqual(bodyLimits.rows);
    }
    expect(tables.flatMap(({ rows }) => rows.slice(1))).toEqual(aTable(count).rows.slice(1));
  });
});

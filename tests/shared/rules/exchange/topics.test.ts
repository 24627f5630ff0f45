import { describe, expect, it } from 'vitest';
import { loggedTables } from '#main/core/store/tables.ts';
import {
  carriedWhole,
  carriedWithin,
  leftBehind,
  neverPacked,
  packGrounds,
  packKeys,
  packTopics,
  takenWhole,
} from '#shared/rules/exchange/topics.ts';
import { columnNameOf, tableNameOf } from '#shared/rules/history/stored-names.ts';

const tables = new Set<string>(loggedTables);

describe('topics of data packs', () => {
  it('name tables that there are', () => {
    const named = [
      ...packTopics.flatMap(({ roots, carries }) => [...roots, ...carries]),
      ...carriedWhole,
      ...neverPacked,
      ...Object.keys(packKeys),
      ...Object.keys(packGrounds),
      ...carriedWithin,
      ...takenWhole,
      ...leftBehind.flatMap((each) => each.tables),
    ];
    expect(named.filter((table) => !tables.has(table))).toEqual([]);
  });

  it('hold each root once', () => {
    const roots = packTopics.flatMap((topic) => topic.roots);
    expect(new Set(roots).size).toBe(roots.length);
  });
});

describe('names of what is stored', () => {
  it('are there in Chinese for every business table', () => {
    const english = loggedTables.filter((table) => !/\p{Script=Han}/u.test(tableNameOf(table)));
    expect(english).toEqual([]);
  });

  it('prefer what the table itself calls a column', () => {
    expect(columnNameOf('fire_vehicle', 'plate')).toMatch(/车牌/u);
    expect(columnNameOf('task', 'no_such_column')).toBe('no_such_column');
  });
});

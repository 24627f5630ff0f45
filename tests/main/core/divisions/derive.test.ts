import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openDivisions } from '#main/core/divisions/divisions.ts';

const script = join(import.meta.dirname, '../../../../resources/divisions/derive.ts');
let folder: string;

const lists = {
  provinces: ['42甲省', '65乙自治区'],
  cities: ['4205丙市', '4290省直辖县级行政区划'],
  areas: ['420502丁区', '420571丙市高新技术产业开发区', '429004戊市'],
  streets: ['420502001一街道', '420502002二街道', '429004100三镇'],
  villages: [
    '420502001001甲社区居委会',
    '420502001005330社区居委会',
    '420502002001乙社区居委会',
    '429004100201丙村委会',
  ],
} as const;
const codeLengths = { provinces: 2, cities: 4, areas: 6, streets: 9, villages: 12 } as const;

type Lists = { [list in keyof typeof lists]: readonly string[] };

function writePackage(into: string, rows: Lists): string {
  mkdirSync(join(into, 'dist'), { recursive: true });
  for (const list of ['provinces', 'cities', 'areas', 'streets', 'villages'] as const) {
    const length = codeLengths[list];
    const json = rows[list].map((row) => ({ code: row.slice(0, length), name: row.slice(length) }));
    writeFileSync(join(into, 'dist', `${list}.json`), JSON.stringify(json));
  }
  return into;
}

function derive(packageFolder: string, target: string) {
  return spawnSync(process.execPath, [script, packageFolder, target], { encoding: 'utf8' });
}

function bytesOf(target: string): Record<string, string> {
  const names = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.br'),
  );
  return Object.fromEntries(names.toSorted().map((file) => [file, readFileSync(join(target, file), 'hex')]));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'divisions-'));
  const made = derive(writePackage(join(folder, 'package'), lists), join(folder, 'resources/divisions'));
  expect(made.stderr).toBe('');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('deriving the divisions resource', () => {
  test('the program reads what the script wrote', () => {
    const divisions = openDivisions(join(folder, 'resources'));
    expect(divisions.cities('42').map(({ code, name }) => code + name)).toEqual(['4205丙市', '429004戊市']);
    expect(divisions.cities('65')).toEqual([]);
    expect(divisions.tree('4205').map(({ name, marks, children }) => [name, marks, children.length])).toEqual(
      [
        ['丁区', [], 2],
        ['丙市高新技术产业开发区', ['developmentZone'], 0],
      ],
    );
    expect(divisions.tree('429004').map(({ code, level }) => [code, level])).toEqual([
      ['429004100', 'township'],
    ]);
    expect(divisions.villages('420502001')).toEqual([
      { code: '420502001001', name: '甲社区居委会' },
      { code: '420502001005', name: '330社区居委会' },
    ]);
  });

  test('the same package gives the same bytes, also when its rows stand in another order', () => {
    const turned = Object.fromEntries(Object.entries(lists).map(([list, rows]) => [list, rows.toReversed()]));
    const again = join(folder, 'again');
    derive(writePackage(join(folder, 'turned'), { ...lists, ...turned }), again);
    expect(bytesOf(again)).toEqual(bytesOf(join(folder, 'resources/divisions')));
    expect(Object.keys(bytesOf(again))).toEqual([
      'table.br',
      join('villages', '4205.br'),
      join('villages', '4290.br'),
    ]);
  });

  test('a township or village without its parent stops the script instead of being lost', () => {
    const orphans = { streets: '999999001孤镇', villages: '420502009001孤村委会' };
    for (const [list, row] of Object.entries(orphans)) {
      const source = writePackage(join(folder, `orphan-${list}`), { ...lists, [list]: [row] });
      const run = derive(source, join(folder, `orphan-${list}-target`));
      expect(run.status).not.toBe(0);
      expect(run.stderr).toContain('Nothing has the code');
    }
  });

  test('no village file is read before villages of its city are asked for', () => {
    const copy = join(folder, 'damaged');
    cpSync(join(folder, 'resources'), copy, { recursive: true });
    writeFileSync(join(copy, 'divisions/villages/4205.br'), 'not brotli');
    const divisions = openDivisions(copy);
    expect(divisions.tree('4205')).toHaveLength(2);
    expect(divisions.search('丙')).toHaveLength(1);
    expect(divisions.villages('429004100')).toHaveLength(1);
    expect(() => divisions.villages('420502001')).toThrow();
  });

  test('opening reads nothing at all', () => {
    const divisions = openDivisions(join(folder, 'nowhere'));
    expect(() => divisions.provinces()).toThrow('ENOENT');
  });
});

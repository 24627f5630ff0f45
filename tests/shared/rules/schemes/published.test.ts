import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScheme } from '#shared/rules/schemes/read-scheme.ts';
import { type ComposedSheet, composedWorkbook } from '#tests/support/builders/sheet.ts';
import { describe, expect, it } from 'vitest';

interface Published {
  title: string;
  categories: {
    name: string;
    points: number | null;
    bonus?: boolean;
    indicators: { no: string; content: string; points: number | null; rule: string; method: string | null }[];
  }[];
}

const folder = join(import.meta.dirname, '../../../../../shared/schemes');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const published = files.map((name): Published => JSON.parse(readFileSync(join(folder, name), 'utf8')));

function categoryCell({ name, points, bonus }: Published['categories'][number]): string {
  const named = bonus === true && !name.includes('加分') ? `${name}(加分)` : name;
  return points === null ? named : `${named}(${points}分)`;
}

/** Categories in a merged column, points as numbers. */
function merged({ title, categories }: Published): ComposedSheet {
  const rows: (string | number | null)[][] = [
    [title],
    ['考核项目', '序号', '考核内容', '分值', '评分标准', '考评方式', '得分'],
  ];
  const merges = ['A1:G1'];
  for (const category of categories) {
    const top = rows.length + 1;
    for (const [place, { no, content, points, rule, method }] of category.indicators.entries()) {
      rows.push([place === 0 ? categoryCell(category) : null, no, content, points, rule, method]);
    }
    if (rows.length > top) merges.push(`A${top}:A${rows.length}`);
  }
  return { rows, merges };
}

const numerals = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
];

/** Categories as heading rows over the whole width, points as text, columns in another order. */
function headed({ title, categories }: Published): ComposedSheet {
  const rows: (string | number | null)[][] = [
    [title],
    ['序号', '评分办法', '标准分', '考评内容', '检查方法'],
  ];
  const merges = ['A1:E1'];
  for (const [place, category] of categories.entries()) {
    rows.push([`${numerals[place]}、${categoryCell(category)}`]);
    merges.push(`A${rows.length}:E${rows.length}`);
    for (const { no, content, points, rule, method } of category.indicators) {
      rows.push([no, rule, points === null ? null : `${points}分`, content, method]);
    }
  }
  return { rows, merges };
}

function plain(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

describe('published schemes', () => {
  it.each([
    ['merged cells', merged],
    ['heading rows', headed],
  ] as const)('are read completely from a table with %s', async (_name, compose) => {
    for (const scheme of published) {
      const { content, problems } = readScheme(await composedWorkbook(compose(scheme)), null);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const expected = scheme.categories.flatMap(({ indicators }) =>
        indicators.map(({ no, content: text, points, rule }) => [
          no,
          plain(text),
          (points ?? 0) * 1000,
          plain(rule),
        ]),
      );
      const read = content.categories.flatMap(({ indicators }) =>
        indicators.map((one) => [one.number, plain(one.content), one.maxPoints, plain(one.ruleText)]),
      );
      expect(read, scheme.title).toEqual(expected);
      expect(
        content.categories.map(({ indicators }) => indicators.length),
        scheme.title,
      ).toEqual(scheme.categories.map(({ indicators }) => indicators.length));
      for (const [place, category] of scheme.categories.entries()) {
        if (category.points !== null) {
          expect(content.categories[place]?.maxPoints, scheme.title).toBe(Math.round(category.points * 1000));
        }
        expect(content.categories[place]?.bonus, scheme.title).toBe(category.bonus ?? false);
      }
    }
  });
});

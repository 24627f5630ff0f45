import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reportPaper } from '#shared/rules/reports/report-paper.ts';

it('prints every number once, however many columns a report has, and each row with its name in every part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 0, max: 5 }), (numbers, count) => {
      const textsOf = (row: string) => [
        row,
        ...Array.from({ length: numbers }, (_, place) => `${row}${place}`),
      ];
      const rows = Array.from({ length: count }, (_, place) => ({
        key: `${place}`,
        texts: textsOf(`r${place}-`),
      }));
      const foot = [{ key: '合计', texts: textsOf('合计') }];
      const paper = reportPaper({ title: '月报', left: '', right: '', head: textsOf('栏'), rows, foot });
      const tables = paper.body.flatMap((block) => (block.kind === 'table' ? [block] : []));
      for (const [row, texts] of [textsOf('栏'), ...[...rows, ...foot].map((each) => each.texts)].entries()) {
        const printed = tables.flatMap((table) => table.rows[row]?.slice(1).map(({ text }) => text) ?? []);
        expect(printed).toEqual(texts.slice(1));
        expect(tables.every((table) => table.rows[row]?.[0]?.text === texts[0])).toBe(true);
      }
    }),
  );
});

it('has the unit of a column on a line of its own', () => {
  const head = ['月份', '罚款(万元)', '整改率'];
  const paper = reportPaper({ title: '月报', left: '', right: '', head, rows: [], foot: [] });
  const [table] = paper.body;
  const printed = table?.kind === 'table' ? table.rows[0]?.map(({ text }) => text) : [];
  expect(printed).toEqual(['月份', '罚款\n(万元)', '整改率']);
});

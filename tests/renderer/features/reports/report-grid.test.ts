import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ReportTable } from '#shared/rules/reports/table.ts';
import { ReportGrid } from '#renderer/features/reports/report/report-grid.tsx';

const table: ReportTable = {
  title: '每月隐患',
  from: '2026-07-01',
  to: '2026-07-31',
  rowKind: 'county',
  columns: [{ measure: 'findings.found', heading: '发现', unit: '处', places: 0 }],
  rows: [],
  total: [{ value: 3, lastYear: null, before: null }],
};

const markupOf = (more: Partial<ReportTable>, comparison: 'lastYear' | null = null) =>
  renderToStaticMarkup(
    createElement(ReportGrid, { table: { ...table, ...more }, comparison, isOld: false, onOpen: () => {} }),
  );

test('a share of 0 opens what it was taken of, a 0 that has counted nothing and a dash open nothing', () => {
  const rate = { measure: 'findings.rate', heading: '整改率', unit: '%', places: 2, isShare: true } as const;
  const none = { lastYear: null, before: null };
  expect(markupOf({ columns: [rate], total: [{ value: 0, ...none }] })).toContain('>0%</button>');
  expect(markupOf({ columns: [rate], total: [{ value: null, ...none }] })).not.toContain('<button');
  expect(markupOf({ total: [{ value: 0, ...none }] })).not.toContain('<button');
});

test('the number that is compared with opens as well', () => {
  const compared = { total: [{ value: 3, lastYear: 12, before: null }] };
  expect(markupOf(compared, 'lastYear')).toContain('>12</button>');
  expect(markupOf(compared).match(/<button/gu)).toHaveLength(1);
});

test.each([true, false])(
  'numbers of another time than the one that is asked open nothing until theirs are counted (%s)',
  (isOld) => {
    const grid = createElement(ReportGrid, { table, comparison: null, isOld, onOpen: () => {} });
    const markup = renderToStaticMarkup(grid);
    expect(markup.includes('disabled')).toBe(isOld);
    expect(markup).toContain(`aria-busy="${isOld}"`);
  },
);

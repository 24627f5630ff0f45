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

test.each([true, false])(
  'numbers of another time than the one that is asked open nothing until theirs are counted (%s)',
  (isOld) => {
    const grid = createElement(ReportGrid, { table, comparison: null, isOld, onOpen: () => {} });
    const markup = renderToStaticMarkup(grid);
    expect(markup.includes('disabled')).toBe(isOld);
    expect(markup).toContain(`aria-busy="${isOld}"`);
  },
);

import { column, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { readTextSetting } from './settings.ts';

const office = (scope: FieldScope) => readTextSetting(scope.db, 'office.name', '');

/** Of the office itself, and of the time that is reported on. */
export const officeFields = [
  fieldSource<FieldScope>({
    key: 'office',
    name: '填报单位和时间',
    kind: 'single',
    columns: [
      column('officeName', '填报单位', 'text', office),
      column('committeeName', '消防安全委员会', 'text', (scope) => office(scope).replace(/办公室$/u, '')),
      column('today', '填报日期', 'day', ({ today }) => today),
      column('year', '年度', 'number', ({ to }) => Number(to.slice(0, 4))),
      column('quarter', '季度', 'number', ({ to }) => Math.ceil(Number(to.slice(5, 7)) / 3)),
      column('month', '月份', 'number', ({ to }) => Number(to.slice(5, 7))),
      column('firstDay', '统计起始日期', 'day', ({ from }) => from),
      column('lastDay', '统计截止日期', 'day', ({ to }) => to),
      column('yearMonth', '年月', 'text', ({ to }) => `${to.slice(0, 4)}年${Number(to.slice(5, 7))}月`),
      column(
        'yearQuarter',
        '年季度',
        'text',
        ({ to }) =>
          `${to.slice(0, 4)}年第${['一', '二', '三', '四'][Math.ceil(Number(to.slice(5, 7)) / 3) - 1]}季度`,
      ),
    ],
    rows: (scope) => [scope],
  }),
];

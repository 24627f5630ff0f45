import { figureStateNames } from '#shared/rules/fire-figures/figures.ts';
import { FEN_IN_TEN_THOUSAND_YUAN } from '#shared/rules/money.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { column, type FieldColumn, fieldSource } from '#main/core/fields/field-source.ts';
import { type CountedFigures, figuresOfLevel } from './measures.ts';

/** Figures of the months that the time touches, for forms of other offices; counties and townships report for themselves. */

const month = column<CountedFigures>('month', '月份', 'text', (row) => row.month);
const columns: readonly FieldColumn<CountedFigures>[] = [
  column('monthNumber', '月', 'number', (row) => Number(row.month.slice(5))),
  column('fires', '火灾起数', 'number', ({ fires }) => fires),
  column('deaths', '死亡人数', 'number', ({ deaths }) => deaths),
  column('injuries', '受伤人数', 'number', ({ injuries }) => injuries),
  column('loss', '直接财产损失(万元)', 'number', ({ loss }) => loss / FEN_IN_TEN_THOUSAND_YUAN),
  column('state', '数据状态', 'text', ({ state }) => figureStateNames[state]),
  column('source', '来源', 'text', ({ source }) => source),
];
const number = column<CountedFigures>('number', '序号', 'number', (_row, place) => place + 1);

const sourceOf = (
  key: string,
  name: string,
  level: OrganizationLevel,
  places: readonly FieldColumn<CountedFigures>[],
) =>
  fieldSource<CountedFigures>({
    key,
    name,
    columns: [number, ...places, month, ...columns],
    rows: (scope) => figuresOfLevel(scope, level),
  });

export const fireFields = [
  sourceOf('fires', '火灾数据(每个区县每月一行)', 'county', [
    column('county', '县(市、区)', 'text', ({ place }) => place.name),
  ]),
  sourceOf('townshipFires', '火灾数据(每个乡镇每月一行)', 'township', [
    column('county', '县(市、区)', 'text', ({ above }) => above?.name ?? null),
    column('township', '乡镇(街道)', 'text', ({ place }) => place.name),
  ]),
];

import type { GroupResultRow } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { scorerOf } from '#shared/rules/assessment/group-scores.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import type { ObjectScore } from '#shared/rules/scoring/object.ts';
import type { IndicatorScore } from '#shared/rules/scoring/result.ts';
import {
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
  type UnitMeasures,
} from '#main/core/fields/field-source.ts';
import { loadEntries, loadScoredGroups, requirePeriod, type ScoredGroup } from './load-group.ts';
import type { GroupObjectRow } from './objects.ts';
import { outwardReasons } from './outward-reasons.ts';
import { yearResult } from './year/results.ts';

/** What an assessment period comes to, for forms of other offices. */

type Result = Omit<GroupResultRow, 'subtotals'> & { subtotals: number[] };

export interface ObjectResult {
  group: ScoredGroup;
  object: GroupObjectRow;
  result: Result;
  /** By its own entries (自评分). */
  self: ObjectScore;
}

interface ItemResult extends ObjectResult {
  indicator: Indicator;
}

const THOUSANDTHS = 1000;

function points(thousandths: number | null | undefined): number | null {
  return thousandths === null || thousandths === undefined ? null : thousandths / THOUSANDTHS;
}

function groupsOf({ db, periodUid }: FieldScope): ScoredGroup[] {
  return periodUid === null ? [] : loadScoredGroups(db, requirePeriod(db, periodUid));
}

/** In the order of the groups, each in rank order; of a year made of parts what the parts come to. */
export function resultsOf(scope: FieldScope): ObjectResult[] {
  const { db, periodUid } = scope;
  if (periodUid === null) return [];
  const year = yearResult(db, requirePeriod(db, periodUid));
  return groupsOf(scope).flatMap((group) => {
    const composed = year?.groups.find(({ groupUid }) => groupUid === group.row.uid)?.rows;
    const rows: Result[] =
      composed?.map((row) => ({ ...row, subtotals: [] })) ?? resultRows(group, group.scorer);
    const objects = new Map(group.objects.map((object) => [object.uid, object]));
    const self = scorerOf(group, loadEntries(db, group.row, 'self'));
    return rows.flatMap((result) => {
      const object = objects.get(result.objectUid);
      return object === undefined ? [] : [{ group, object, result, self: self.score(object.uid) }];
    });
  });
}

function categoryColumns(scope: FieldScope): FieldColumn<ObjectResult>[] {
  const names = new Set(groupsOf(scope).flatMap(({ scheme }) => scheme.categories.map(({ name }) => name)));
  return [...names].map((name) =>
    column(`category:${name}`, `${name}得分`, 'number', ({ group, result }) => {
      const place = group.scheme.categories.findIndex((category) => category.name === name);
      return place === -1 ? null : points(result.subtotals[place]);
    }),
  );
}

/** By number and words: another version of the scheme keeps them where the item is the same. */
function indicatorColumns(scope: FieldScope): FieldColumn<ObjectResult>[] {
  const indicators = new Map<string, string>();
  for (const { scheme } of groupsOf(scope))
    for (const indicator of scheme.indicators) indicators.set(itemKey(indicator), itemName(indicator));
  return [...indicators].map(([key, name]) =>
    column(key, name, 'number', ({ group, object }) => {
      const indicator = group.scheme.indicators.find((each) => itemKey(each) === key);
      const score = indicator && group.scorer.score(object.uid).indicators.get(indicator.uid);
      return score?.status === 'scored' ? points(score.points) : null;
    }),
  );
}

const LONGEST_NAME = 24;

function itemKey({ number, content }: Indicator): string {
  return `item:${number}:${content.slice(0, LONGEST_NAME)}`;
}

function itemName({ number, content }: Indicator): string {
  const short = content.length > LONGEST_NAME ? `${content.slice(0, LONGEST_NAME)}…` : content;
  return `单项 ${number} ${short}`.replaceAll(/\s+/gu, ' ');
}

const resultColumns: readonly FieldColumn<ObjectResult>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('unit', '被考评单位', 'text', ({ result }) => result.name),
  column('unitShort', '被考评单位简称', 'text', ({ object }) => object.shortName),
  column('group', '考核组', 'text', ({ group }) => group.row.name),
  column('rank', '名次', 'number', ({ result }) => result.rank),
  column('total', '核定分(总分)', 'number', ({ result }) => points(result.total)),
  column('converted', '折算分', 'number', ({ result }) => points(result.converted)),
  column('grade', '等次', 'text', ({ result }) => result.grade),
  column('bonus', '加分', 'number', ({ result }) => points(result.bonus)),
  column('selfTotal', '自评总分', 'number', ({ self, group }) =>
    self.empty === group.scheme.indicators.length ? null : points(self.totalPoints),
  ),
  column('remark', '考核备注', 'text', ({ result }) => result.remark),
];

const scoreOf = ({ group, object, indicator }: ItemResult) =>
  group.scorer.score(object.uid).indicators.get(indicator.uid);
const entryOf = ({ group, object, indicator }: ItemResult) =>
  group.entries.get(object.uid)?.get(indicator.uid);
const pointsIf = (score: IndicatorScore | undefined) =>
  score?.status === 'scored' ? points(score.points) : null;

const itemColumns: readonly FieldColumn<ItemResult>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('unit', '被考评单位', 'text', ({ result }) => result.name),
  column('unitShort', '被考评单位简称', 'text', ({ object }) => object.shortName),
  column('group', '考核组', 'text', ({ group }) => group.row.name),
  column('category', '考核类别', 'text', ({ group, indicator }) => categoryName(group, indicator)),
  column('itemNumber', '指标编号', 'text', ({ indicator }) => indicator.number),
  column('content', '考评内容', 'text', ({ indicator }) => indicator.content),
  column('maxPoints', '分值', 'number', ({ indicator }) => points(indicator.maxPoints)),
  column('ruleText', '评分标准', 'text', ({ indicator }) => indicator.ruleText),
  column('method', '考评方式', 'text', ({ indicator }) => indicator.method),
  column('self', '自评分', 'number', ({ self, indicator }) => pointsIf(self.indicators.get(indicator.uid))),
  column('score', '核定分', 'number', (row) => pointsIf(scoreOf(row))),
  column('lost', '扣分', 'number', (row) => {
    const score = pointsIf(scoreOf(row));
    return score === null ? null : row.indicator.maxPoints / THOUSANDTHS - score;
  }),
  column('deductions', '扣分情况', 'text', (row) =>
    (scoreOf(row)?.deductions ?? []).map(({ text }) => text).join('；'),
  ),
  column('reason', '扣分理由', 'text', (row) => entryOf(row)?.reason ?? ''),
];

function categoryName({ scheme }: ScoredGroup, { categoryUid }: Indicator): string {
  return scheme.categories.find(({ uid }) => uid === categoryUid)?.name ?? '';
}

/** Of each result the items that apply to it, with the reasons that may be told outside of the office. */
function itemsOf(scope: FieldScope): ItemResult[] {
  const told = new Map<ScoredGroup, ScoredGroup>();
  function toldOf(group: ScoredGroup): ScoredGroup {
    const known = told.get(group) ?? { ...group, entries: outwardReasons(scope.db, group).entries };
    told.set(group, known);
    return known;
  }
  return resultsOf(scope).flatMap((result) => {
    const group = toldOf(result.group);
    return group.scheme.indicators
      .filter(({ uid }) => !result.object.inapplicable.includes(uid))
      .map((indicator) => ({ ...result, group, indicator }));
  });
}

interface Summary {
  results: readonly ObjectResult[];
}

function totalsOf({ results }: Summary): number[] {
  return results.flatMap(({ result }) => points(result.total) ?? []);
}

const periodColumns: readonly FieldColumn<Summary & { title: string }>[] = [
  column('title', '考核期', 'text', ({ title }) => title),
  column('objects', '考核单位数', 'number', ({ results }) => results.length),
  column('mean', '平均分', 'number', (summary) => {
    const totals = totalsOf(summary);
    return totals.length === 0 ? null : totals.reduce((sum, total) => sum + total, 0) / totals.length;
  }),
  column('highest', '最高分', 'number', (summary) => extremeOf(totalsOf(summary), Math.max)),
  column('lowest', '最低分', 'number', (summary) => extremeOf(totalsOf(summary), Math.min)),
];

function extremeOf(totals: readonly number[], pick: (...totals: number[]) => number): number | null {
  return totals.length === 0 ? null : pick(...totals);
}

function gradeColumns(scope: FieldScope): FieldColumn<Summary & { title: string }>[] {
  const grades = new Set(
    groupsOf(scope).flatMap(({ scheme }) => scheme.settings.grades.map(({ name }) => name)),
  );
  return [...grades].map((grade) =>
    column(
      `grade:${grade}`,
      `${grade}单位数`,
      'number',
      ({ results }) => results.filter(({ result }) => result.grade === grade).length,
    ),
  );
}

export const assessmentFields = [
  fieldSource<Summary & { title: string }>({
    key: 'assessmentPeriod',
    name: '考核概况',
    kind: 'single',
    needsPeriod: true,
    columns: (scope) => [...periodColumns, ...gradeColumns(scope)],
    rows: (scope) => [
      {
        title: scope.periodUid === null ? '' : requirePeriod(scope.db, scope.periodUid).title,
        results: resultsOf(scope),
      },
    ],
  }),
  fieldSource<ObjectResult>({
    key: 'assessmentResults',
    name: '考核结果(每个单位一行)',
    needsPeriod: true,
    columns: (scope) => [...resultColumns, ...categoryColumns(scope), ...indicatorColumns(scope)],
    rows: resultsOf,
  }),
  fieldSource<ItemResult>({
    key: 'assessmentItems',
    name: '考核单项(每个单位的每项指标一行)',
    needsPeriod: true,
    columns: itemColumns,
    rows: itemsOf,
  }),
];

/** Of each unit's result; of several groups that a unit stands in, the first. */
export const assessmentMeasures: UnitMeasures = {
  key: 'assessment',
  needsPeriod: true,
  fields: [
    { key: 'total', name: '核定分(总分)', kind: 'number' },
    { key: 'rank', name: '考核名次', kind: 'number' },
    { key: 'grade', name: '考核等次', kind: 'text' },
    { key: 'bonus', name: '考核加分', kind: 'number' },
  ],
  empty: { total: null, rank: null, grade: '', bonus: null },
  read(scope) {
    const rows = resultsOf(scope).toReversed();
    return new Map(
      rows.map(({ object, result }) => [
        object.organizationUid,
        { total: points(result.total), rank: result.rank, grade: result.grade, bonus: points(result.bonus) },
      ]),
    );
  },
};

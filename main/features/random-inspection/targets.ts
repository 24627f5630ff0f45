import type {
  RandomTarget,
  TargetFilter,
  TargetList,
  TargetResultFields,
  TargetView,
} from '#shared/contract/random-results.ts';
import type { randomInspection as contract } from '#shared/contract/random-inspection.ts';
import { daysBetween, lastDayOfMonth } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { drawNumberText } from '#shared/rules/random-inspection/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import type { MeasureScope } from '#main/core/measures/measure-source.ts';
import { decidePatch } from '#main/core/patch.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { createFinding, placeOfChoice } from '#main/features/findings/index.ts';
import {
  drawnMonths,
  findingId,
  targetByUid,
  targetOfFinding,
  type TargetRecord,
  targetsBetween,
} from './draw-queries.ts';
import { allItems } from './queries.ts';
import { requireDraw } from './draws.ts';

type Names = 'targets' | 'targetOfFinding' | 'setResult' | 'setClean' | 'handOver';

const MOST_ROWS = 500;

/** What was found at the drawn objects. */
export const targetHandlers: Pick<Handlers<typeof contract>, Names> = {
  targets: (filter, { db, today }) => listTargets(db, filter, today),

  targetOfFinding({ uid }, { db }) {
    const record = db.get(targetOfFinding, { uid });
    if (record === undefined) return null;
    const { name, month, draw_year: year, draw_number: number } = record;
    return { uid: record.uid, drawNumber: drawNumberText(year, number), month, name };
  },

  setResult({ uid, base, set }, context) {
    const { db, summarize } = context;
    const record = requireTarget(db, uid);
    const stored = fieldsOf(record);
    const wanted = { ...stored, ...decidePatch<TargetResultFields>({ ...stored }, base, set) };
    storeResult(context, record, wanted);
    summarize(record.name);
    return { uid };
  },

  setClean({ uids, day }, context) {
    const records = uids.map((uid) => requireTarget(context.db, uid));
    const open = records.filter(({ result }) => result === 'none');
    for (const record of open)
      storeResult(context, record, {
        inspectedOn: day,
        inspectedBy: inspectorsOf(record)
          .map(({ name }) => name)
          .join('、'),
        result: 'clean',
        problem: '',
      });
    context.summarize(`${open.length} 个对象未发现问题`);
    return { changed: open.length };
  },

  handOver({ uid, found }, context) {
    const { db, today, summarize } = context;
    const record = requireTarget(db, uid);
    if (record.result !== 'problems' || record.inspected_on === null)
      throw new AppError('refused', { reason: '请先把检查结果登记为“发现问题”，再转入问题隐患。' });
    if (record.finding_uid !== null)
      throw new AppError('refused', { reason: '这个对象的问题已经转入问题隐患。' });
    const place = placeOfChoice(db, placeChoice(record), today);
    const findingUid = createFinding(context, {
      ...found,
      place,
      foundOn: record.inspected_on,
      campaign: null,
      visitId: null,
      itemId: null,
      measures: null,
    });
    db.update('random_target', record.id, { finding_id: db.get(findingId, { uid: findingUid })?.id ?? null });
    summarize(`${record.name}：${found.what}`);
    return { findingUid };
  },
};

function placeChoice({ site_uid: siteUid, county_uid: countyUid, name }: TargetRecord) {
  if (siteUid !== null) return { kind: 'site', siteUid } as const;
  return { kind: 'other', name, countyUid: countyUid ?? '' } as const;
}

function storeResult({ db, today }: WriteContext, record: TargetRecord, fields: TargetResultFields): void {
  const { inspectedOn, inspectedBy, result, problem } = fields;
  const draw = requireDraw(db, record.draw_uid);
  if (draw.status !== 'drawn')
    throw new AppError('refused', { reason: '这次抽取已经作废，不再登记检查结果。' });
  if ((inspectedOn === null) !== (result === null))
    throw new AppError('badInput', {
      detail: result === null ? '请选择检查结果' : '请填写检查日期',
      field: result === null ? 'result' : 'inspectedOn',
    });
  if (inspectedOn !== null && (inspectedOn < draw.day || inspectedOn > today))
    throw new AppError('badInput', {
      detail: `检查日期要在抽取(${draw.day})之后，不晚于今天`,
      field: 'inspectedOn',
    });
  if (result === 'problems' && problem === '')
    throw new AppError('badInput', { detail: '请写明发现的问题', field: 'problem' });
  if (record.finding_uid !== null && result !== 'problems')
    throw new AppError('refused', { reason: '已经转入问题隐患，检查结果不能改成没有问题。' });
  db.update('random_target', record.id, {
    inspected_on: inspectedOn,
    inspected_by: inspectedBy,
    result,
    problem,
  });
}

const isInView: Readonly<Record<TargetView, (target: RandomTarget) => boolean>> = {
  all: () => true,
  open: ({ result }) => result === null,
  overdue: ({ overdueDays }) => overdueDays > 0,
  done: ({ result }) => result !== null,
  problems: ({ result }) => result === 'problems',
};

function listTargets(db: ReadStore, filter: TargetFilter, today: string): TargetList {
  const { month, view, text } = filter;
  const said = targetsOfMonths(db, month ?? '0000-00', month ?? '9999-99', today).filter(
    ({ name, place, inspectors }) =>
      isSaid(text, name, [name, place, ...inspectors.map((each) => each.name)]),
  );
  const shown = said.filter(isInView[view]);
  const count = (each: TargetView): number => said.filter(isInView[each]).length;
  return {
    rows: shown.slice(0, MOST_ROWS),
    total: shown.length,
    views: {
      all: count('all'),
      open: count('open'),
      overdue: count('overdue'),
      done: count('done'),
      problems: count('problems'),
    },
    months: db.all(drawnMonths).map((each) => each.month),
  };
}

/** Of the months that end within a time; of a time that goes on, also of the present one. */
export function targetsOfTime({ db, from, to, today }: MeasureScope): RandomTarget[] {
  return targetsOfMonths(db, from.slice(0, 7), to.slice(0, 7), today).filter(
    ({ month }) => `${month}-01` >= from && (lastDayOfMonth(`${month}-01`) <= to || to >= today),
  );
}

/** Of draws that stand, the latest month first. @param from first and last month, YYYY-MM */
export function targetsOfMonths(db: ReadStore, from: string, to: string, today: string): RandomTarget[] {
  const items = new Map(db.all(allItems).map(({ id, name }) => [id, name]));
  return db.all(targetsBetween, { from, to }).map((record) => ({
    uid: record.uid,
    drawUid: record.draw_uid,
    drawNumber: drawNumberText(record.draw_year, record.draw_number),
    month: record.month,
    className: record.class_name,
    itemName: items.get(record.item_id ?? 0) ?? '',
    name: record.name,
    place: record.place,
    siteUid: record.site_uid,
    countyUid: record.county_uid,
    inspectors: inspectorsOf(record),
    ...fieldsOf(record),
    dueOn: record.due_on,
    overdueDays: record.result === 'none' ? Math.max(0, daysBetween(record.due_on, today)) : 0,
    findingUid: record.finding_uid,
  }));
}

function inspectorsOf(record: TargetRecord): { name: string; certificate: string }[] {
  return JSON.parse(record.inspectors) as { name: string; certificate: string }[];
}

function fieldsOf(record: TargetRecord): TargetResultFields {
  return {
    inspectedOn: record.inspected_on,
    inspectedBy: record.inspected_by,
    result: record.result === 'none' ? null : record.result,
    problem: record.problem,
  };
}

/** @throws AppError notFound */
function requireTarget(db: ReadStore, uid: string): TargetRecord {
  const record = db.get(targetByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个抽取的对象' });
  return record;
}

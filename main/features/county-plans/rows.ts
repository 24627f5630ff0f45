import type { CountyPlanDetail, CountyPlanFields, CountyPlanRow } from '#shared/contract/county-plans.ts';
import { AppError } from '#shared/errors.ts';
import {
  type CheckLine,
  checkPlan,
  countCheck,
  type CountyTask,
  type Exemption,
} from '#shared/rules/county-plans/check.ts';
import { type ProposedAnswer, proposeAnswers } from '#shared/rules/county-plans/propose.ts';
import { countyPlanState } from '#shared/rules/county-plans/state.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { type CityPlan, cityPlanOf } from './city-tasks.ts';
import {
  countyPlanByUid,
  type CountyPlanRecord,
  countyPlansOf,
  countyTaskByUid,
  type CountyTaskRecord,
  countyTasksOf,
} from './queries.ts';

/** So many tasks an error names. */
const NAMED = 3;

/** @throws AppError notFound */
export function requireCountyPlan(db: ReadStore, uid: string, today: string): CountyPlanRecord {
  const record = db.get(countyPlanByUid, { uid, today });
  if (record === undefined) throw new AppError('notFound', { what: '这个单位的实施方案' });
  return record;
}

/** @throws AppError notFound */
export function requireCountyTask(db: ReadStore, uid: string): CountyTaskRecord {
  const record = db.get(countyTaskByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '所报方案的这项任务' });
  return record;
}

export function fieldsOf(record: CountyPlanRecord): CountyPlanFields {
  return {
    dueOn: record.due_on,
    receivedOn: record.received_on,
    documentNumber: record.document_number,
    receivedPaperUid: record.received_paper_uid,
    contact: record.contact,
    phone: record.phone,
    note: record.note,
  };
}

export function taskOf({
  uid,
  text,
  unit,
  due_on: dueOn,
  answers_uid: answersUid,
}: CountyTaskRecord): CountyTask {
  return { uid, text, unit, dueOn, answersUid };
}

export function exemptionsOf({ exempt }: CountyPlanRecord): Exemption[] {
  return JSON.parse(exempt) as Exemption[];
}

/** One unit's plan with what the rules say of it. */
export interface CheckedPlan {
  row: CountyPlanRow;
  lines: CheckLine[];
}

/** Of every unit of a plan, in protocol order; units that are no more stand last. */
export function checkedPlans(
  db: ReadStore,
  planUid: string,
  today: string,
): { city: CityPlan; plans: CheckedPlan[] } {
  const city = cityPlanOf(db, planUid, today);
  const ranks = new Map([...organizationsOn(db, today).keys()].map((id, rank) => [id, rank]));
  const rankOf = ({ organization_id }: CountyPlanRecord) => ranks.get(organization_id) ?? ranks.size;
  const plans = db
    .all(countyPlansOf, { planId: city.id, today })
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((record) => checked(db, record, city, today));
  return { city, plans };
}

function checked(db: ReadStore, record: CountyPlanRecord, city: CityPlan, today: string): CheckedPlan {
  const tasks = db.all(countyTasksOf, { countyPlanId: record.id }).map(taskOf);
  const level = record.level === 'county' ? 'county' : 'memberUnit';
  const organizationUid = record.organization_uid;
  const lines = checkPlan(city.tasksFor({ organizationUid, level }), tasks, exemptionsOf(record));
  const fields = fieldsOf(record);
  const { decision, decided_on: decidedOn, reason, name, received_paper_title: receivedPaperTitle } = record;
  const row: CountyPlanRow = {
    ...fields,
    uid: record.uid,
    organizationUid,
    name,
    level,
    receivedPaperTitle,
    state: countyPlanState({ ...fields, decision }, today),
    decision,
    decidedOn,
    reason,
    firstDueOn: record.first_due_on,
    firstReceivedOn: record.first_received_on,
    counts: countCheck(lines),
  };
  return { row, lines };
}

export function detailOf(db: ReadStore, uid: string, today: string): CountyPlanDetail {
  const record = requireCountyPlan(db, uid, today);
  const city = cityPlanOf(db, record.plan_uid, today);
  const plan = checked(db, record, city, today);
  return {
    ...plan.row,
    planUid: record.plan_uid,
    planTitle: city.detail.title,
    cityTasks: city.tasksFor(plan.row),
    lines: plan.lines,
    proposals: proposalsOf(db, record, city, plan),
  };
}

/** For what answers nothing and is not said to be the unit's own, among what concerns the unit. */
function proposalsOf(
  db: ReadStore,
  { id }: CountyPlanRecord,
  city: CityPlan,
  { row, lines }: CheckedPlan,
): ProposedAnswer[] {
  const own = new Set(
    db.all(countyTasksOf, { countyPlanId: id }).flatMap(({ uid, is_own }) => (is_own === 1 ? uid : [])),
  );
  const exempt = new Set(lines.flatMap((line) => (line.exempt === null ? [] : (line.city?.uid ?? []))));
  const open = lines
    .flatMap((line) => (line.city === null ? line.county : []))
    .filter(({ uid }) => !own.has(uid));
  return proposeAnswers(
    city.tasksFor(row).filter(({ uid, isExpected }) => isExpected && !exempt.has(uid)),
    open,
  );
}

/**
 * What a unit is told about its plan.
 * @throws AppError refused while it is open what some of its tasks answer: it would be told to lack what it has
 */
export function checkedForOpinion(
  db: ReadStore,
  record: CountyPlanRecord,
  city: CityPlan,
  today: string,
): CheckedPlan {
  const plan = checked(db, record, city, today);
  const open = new Set(proposalsOf(db, record, city, plan).map(({ countyUid }) => countyUid));
  if (open.size === 0) return plan;
  const texts = plan.lines
    .flatMap(({ county }) => county)
    .flatMap(({ uid, text }) => (open.has(uid) ? `“${text}”` : []));
  const named = `${texts.slice(0, NAMED).join('、')}${texts.length > NAMED ? '等' : ''}`;
  throw new AppError('refused', {
    reason: `所报方案里${named} ${texts.length} 项任务可能对应市方案的任务，还没有核对。请先在核对表里逐项点“采用”或“自定”。`,
  });
}

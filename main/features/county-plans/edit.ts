import type { CountyPlanFields, countyPlans as contract } from '#shared/contract/county-plans.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { requirePlan } from '#main/features/plans/index.ts';
import { requireReceived } from '#main/features/received-papers/index.ts';
import { cancelAsked, completeAsked, reopenAsked } from './asked.ts';
import { type CountyPlanRecord, countyPlansOf } from './queries.ts';
import { fieldsOf, requireCountyPlan } from './rows.ts';

type Names = 'ask' | 'update' | 'resubmit' | 'remove' | 'decide';

/** Who has to hand in a plan, what came in, and whether it stands. */
export const editHandlers: Pick<Handlers<typeof contract>, Names> = {
  ask({ planUid, organizationUids, dueOn }, { db, today, summarize }) {
    const plan = requirePlan(db, planUid);
    if (dueOn < plan.issued_on)
      throw new AppError('badInput', {
        detail: `报送期限不能早于方案的印发日期 ${plan.issued_on}`,
        field: 'dueOn',
      });
    const asked = new Set(
      db.all(countyPlansOf, { planId: plan.id, today }).map((record) => record.organization_uid),
    );
    const units = new Map([...organizationsOn(db, today).values()].map((unit) => [unit.uid, unit]));
    const wanted = [...new Set(organizationUids)].filter((uid) => !asked.has(uid));
    for (const uid of wanted) {
      const unit = units.get(uid);
      if (unit === undefined) throw new AppError('notFound', { what: '这个单位' });
      if (unit.level !== 'county' && unit.level !== 'memberUnit')
        throw new AppError('badInput', { detail: `“${unit.name}”不是县(市、区)或成员单位，不报送实施方案` });
      db.insert('county_plan', { plan_id: plan.id, organization_id: unit.id, due_on: dueOn });
    }
    summarize(`${plan.title} ${wanted.length} 个单位，${dueOn} 前`);
    return { added: wanted.length };
  },

  update({ uid, base, set }, context) {
    const { db, today, summarize } = context;
    const record = requireCountyPlan(db, uid, today);
    const changes = decidePatch<CountyPlanFields>(fieldsOf(record), base, set);
    if (changes.receivedOn !== undefined) refuseReceivedOn(record, changes.receivedOn, today);
    db.update('county_plan', record.id, columnsOf(changes, context));
    const [before, after] = [record.received_on, changes.receivedOn ?? null];
    const closedTasks = before === null && after !== null ? completeAsked(context, record, after) : 0;
    const reopenedTasks = changes.receivedOn === null ? reopenAsked(context, record) : 0;
    const closed = closedTasks === 0 ? '' : `，办结催报任务 ${closedTasks} 项`;
    const reopened = reopenedTasks === 0 ? '' : `，重新打开任务 ${reopenedTasks} 项`;
    summarize(`${record.name}${closed}${reopened}`);
    return { uid, closedTasks, reopenedTasks };
  },

  resubmit({ uid, receivedOn }, context) {
    const { db, today, summarize } = context;
    const record = requireCountyPlan(db, uid, today);
    if (record.decision !== 'returned' || record.decided_on === null)
      throw new AppError('refused', { reason: `${record.name}的实施方案没有退回，不用登记重新报来。` });
    refuseFuture(receivedOn, today);
    if (receivedOn < record.decided_on)
      throw new AppError('badInput', {
        detail: `重新报来的日期不能早于退回日期 ${record.decided_on}`,
        field: 'receivedOn',
      });
    db.update('county_plan', record.id, {
      ...undecided,
      received_on: receivedOn,
      first_received_on: record.first_received_on ?? record.received_on,
    });
    const closedTasks = completeAsked(context, record, receivedOn);
    summarize(`${record.name} ${receivedOn} 重新报来`);
    return { uid, closedTasks };
  },

  remove({ uids }, context) {
    const { db, today, summarize } = context;
    const records = uids.map((uid) => requireCountyPlan(db, uid, today));
    const cancelled = records.map((record) => cancelAsked(context, record));
    for (const { id } of records) db.remove('county_plan', id);
    summarize(records.map(({ name }) => name).join('、'));
    return { removed: records.length, cancelledTasks: cancelled.reduce((sum, count) => sum + count, 0) };
  },

  decide({ uid, isChecked }, context) {
    const { db, today, summarize } = context;
    const record = requireCountyPlan(db, uid, today);
    if (record.received_on === null)
      throw new AppError('refused', { reason: `${record.name}还没有报送实施方案，请先登记报送日期。` });
    const decided = isChecked ? { decision: 'checked', decided_on: today, reason: '' } : undecided;
    db.update('county_plan', record.id, decided);
    // Nothing is asked of the unit any more.
    if (isChecked) completeAsked(context, record, record.received_on);
    summarize(`${record.name} ${isChecked ? '核对通过' : '重新核对'}`);
    return { uid };
  },
};

/** @throws AppError where the day cannot be, or a decision rests on the one that is there */
function refuseReceivedOn(record: CountyPlanRecord, receivedOn: string | null, today: string): void {
  const { name, decision, decided_on: decidedOn, first_received_on: first } = record;
  if (receivedOn === null) {
    if (decision !== null)
      throw new AppError('refused', {
        reason: `${name}的实施方案已经核对，不能清空报送日期。请先点“重新核对”，再清空。`,
      });
    if (first !== null)
      throw new AppError('refused', {
        reason: `${name}的实施方案是退回后重新报来的，不能清空报送日期；日期登记错了请直接改正。`,
      });
    return;
  }
  refuseFuture(receivedOn, today);
  if (decidedOn !== null && receivedOn > decidedOn)
    throw new AppError('badInput', {
      detail: `报送日期不能晚于核对日期 ${decidedOn}；退回后又报来的，请点“重新报来”`,
      field: 'receivedOn',
    });
}

function refuseFuture(receivedOn: string, today: string): void {
  if (receivedOn > today)
    throw new AppError('badInput', { detail: `报送日期 ${receivedOn} 还没有到`, field: 'receivedOn' });
}

const undecided = { decision: null, decided_on: null, reason: '' };

function columnsOf(
  { dueOn, receivedOn, documentNumber, receivedPaperUid, ...same }: Partial<CountyPlanFields>,
  { db }: WriteContext,
) {
  return {
    ...same,
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(receivedOn === undefined ? {} : { received_on: receivedOn }),
    ...(documentNumber === undefined ? {} : { document_number: documentNumber }),
    ...(receivedPaperUid === undefined
      ? {}
      : { received_paper_id: receivedPaperUid === null ? null : requireReceived(db, receivedPaperUid).id }),
  };
}

import type { CountyPlanFields, countyPlans as contract } from '#shared/contract/county-plans.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { requirePlan } from '#main/features/plans/index.ts';
import { requireReceived } from '#main/features/received-papers/index.ts';
import { completeAsked } from './press.ts';
import { countyPlansOf } from './queries.ts';
import { fieldsOf, requireCountyPlan } from './rows.ts';

type Names = 'ask' | 'update' | 'remove' | 'decide';

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
    const receivedOn = changes.receivedOn ?? null;
    if (receivedOn !== null && receivedOn > today)
      throw new AppError('badInput', { detail: `报送日期 ${receivedOn} 还没有到`, field: 'receivedOn' });
    db.update('county_plan', record.id, {
      ...columnsOf(changes, context),
      ...(changes.receivedOn === undefined ? {} : undecided),
    });
    const closedTasks = receivedOn === null ? 0 : completeAsked(context, record, receivedOn);
    summarize(`${record.name}${closedTasks === 0 ? '' : `，办结催报任务 ${closedTasks} 项`}`);
    return { uid, closedTasks };
  },

  remove({ uids }, { db, today, summarize }) {
    const records = uids.map((uid) => requireCountyPlan(db, uid, today));
    for (const { id } of records) db.remove('county_plan', id);
    summarize(records.map(({ name }) => name).join('、'));
    return { removed: records.length };
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

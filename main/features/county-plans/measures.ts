import {
  countyPlanState,
  type CountyPlanState,
  countyPlanStateNames,
} from '#shared/rules/county-plans/state.ts';
import { between } from '#main/core/fields/field-source.ts';
import { lastDayKnown, measureSource } from '#main/core/measures/measure-source.ts';
import { allCountyPlans, type CountyPlanRecord } from './queries.ts';

type Counted = CountyPlanRecord & { dueOn: string; receivedOn: string | null; state: CountyPlanState };

/** Plans that units had to hand in within the time, as they stood on its last day, for reports. */
export const countyPlanMeasures = measureSource<Counted>({
  key: 'countyPlans',
  name: '各地实施方案',
  by: ['county', 'memberUnit'],
  tables: ['county_plan', 'task_plan', 'received_paper', 'organization', 'organization_state'],
  measures: [
    { key: 'due', name: '应报送实施方案', unit: '个', kind: 'count' },
    { key: 'received', name: '已报送实施方案', unit: '个', kind: 'count' },
    { key: 'inTime', name: '按期报送实施方案', unit: '个', kind: 'count' },
    { key: 'late', name: '逾期未报送实施方案', unit: '个', kind: 'count' },
    { key: 'checked', name: '核对通过的实施方案', unit: '个', kind: 'count' },
    { key: 'returned', name: '退回修改的实施方案', unit: '个', kind: 'count' },
    { key: 'rate', name: '实施方案报送率', unit: '%', kind: 'share', part: 'received', whole: 'due' },
  ],
  read(scope) {
    const day = lastDayKnown(scope);
    return scope.db
      .all(allCountyPlans, { today: day })
      .filter(({ due_on, first_due_on }) => between(first_due_on ?? due_on, scope))
      .map((record) => {
        const known = knownOn(record, day);
        return { ...record, ...known, state: countyPlanState(known, day) };
      });
  },
  amounts: ({ dueOn, receivedOn, state }) => ({
    due: 1,
    received: Number(state === 'received' || state === 'checked' || state === 'returned'),
    inTime: Number(receivedOn !== null && receivedOn <= dueOn),
    late: Number(state === 'late'),
    checked: Number(state === 'checked'),
    returned: Number(state === 'returned'),
  }),
  rows: ({ organization_uid, level }, by) => (level === by ? [organization_uid] : null),
  record: ({ uid, plan_uid, name, dueOn, state }) => ({
    uid,
    name,
    day: dueOn,
    note: countyPlanStateNames[state],
    path: `/plans/${plan_uid}/reported/${uid}`,
  }),
});

/**
 * What came in or was decided later was not known on the day. By the first days: being handed back makes nothing late
 * that was in time, nor the other way round.
 */
function knownOn(record: CountyPlanRecord, day: string) {
  const { decision, decided_on: decidedOn } = record;
  const first = record.first_received_on ?? record.received_on;
  const receivedOn = first !== null && first <= day ? first : null;
  const isDecided = receivedOn !== null && decidedOn !== null && decidedOn <= day;
  const dueOn = record.first_due_on ?? record.due_on;
  return { dueOn, receivedOn, decision: isDecided ? decision : null };
}

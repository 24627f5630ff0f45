import {
  countyPlanState,
  type CountyPlanState,
  countyPlanStateNames,
} from '#shared/rules/county-plans/state.ts';
import { between } from '#main/core/fields/field-source.ts';
import { lastDayKnown, measureSource } from '#main/core/measures/measure-source.ts';
import { allCountyPlans, type CountyPlanRecord } from './queries.ts';

type Counted = CountyPlanRecord & { state: CountyPlanState };

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
      .filter(({ due_on }) => between(due_on, scope))
      .map((record) => ({ ...record, state: countyPlanState(knownOn(record, day), day) }));
  },
  amounts: ({ due_on: dueOn, received_on: receivedOn, state }) => ({
    due: 1,
    received: Number(state === 'received' || state === 'checked' || state === 'returned'),
    inTime: Number(receivedOn !== null && receivedOn <= dueOn && state !== 'open'),
    late: Number(state === 'late'),
    checked: Number(state === 'checked'),
    returned: Number(state === 'returned'),
  }),
  rows: ({ organization_uid, level }, by) => (level === by ? [organization_uid] : null),
  record: ({ uid, plan_uid, name, due_on, state }) => ({
    uid,
    name,
    day: due_on,
    note: countyPlanStateNames[state],
    path: `/plans/${plan_uid}/reported/${uid}`,
  }),
});

/** What came in or was decided later was not known on the day. */
function knownOn({ due_on: dueOn, received_on, decision, decided_on }: CountyPlanRecord, day: string) {
  const receivedOn = received_on !== null && received_on <= day ? received_on : null;
  const isDecided = receivedOn !== null && decided_on !== null && decided_on <= day;
  return { dueOn, receivedOn, decision: isDecided ? decision : null };
}

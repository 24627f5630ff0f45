import {
  countyPlanState,
  type CountyPlanState,
  countyPlanStateNames,
} from '#shared/rules/county-plans/state.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import { lastDayKnown } from '#main/core/measures/measure-source.ts';
import { allCountyPlans, type CountyPlanRecord } from './queries.ts';
import { fieldsOf } from './rows.ts';

/** Plans that units had to hand in within the time, for forms of other offices. */

interface ToldPlan {
  record: CountyPlanRecord;
  state: CountyPlanState;
}

function plansIn(scope: FieldScope): ToldPlan[] {
  const { db, today } = scope;
  return db
    .all(allCountyPlans, { today: lastDayKnown(scope) })
    .filter((record) => between(record.first_due_on ?? record.due_on, scope))
    .map((record) => {
      const { decision } = record;
      return { record, state: countyPlanState({ ...fieldsOf(record), decision }, today) };
    });
}

const columns: readonly FieldColumn<ToldPlan>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('unit', '单位', 'text', ({ record }) => record.name),
  column('state', '报送情况', 'text', ({ state }) => countyPlanStateNames[state]),
  column('dueOn', '报送期限', 'day', ({ record }) => record.due_on),
  column('receivedOn', '报送日期', 'day', ({ record }) => record.received_on),
  column('document', '文号', 'text', ({ record }) => record.document_number),
  column('contact', '联系人', 'text', ({ record }) => record.contact),
  column('phone', '电话', 'text', ({ record }) => record.phone),
  column('decidedOn', '核对日期', 'day', ({ record }) => record.decided_on),
  column('reason', '退回原因', 'text', ({ record }) => record.reason),
  column('note', '备注', 'text', ({ record }) => record.note),
];

export const countyPlanFields = [
  fieldSource<ToldPlan>({ key: 'countyPlans', name: '各地实施方案(每个单位一行)', columns, rows: plansIn }),
];

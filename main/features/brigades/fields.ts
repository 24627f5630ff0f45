import type { BrigadeRow } from '#shared/contract/brigades.ts';
import { courseOf } from '#shared/rules/brigades/course.ts';
import { brigadeClassNames, brigadeStageNames, brigadeStages } from '#shared/rules/brigades/model.ts';
import { brigadeStateNames } from '#shared/rules/brigades/state.ts';
import { column, type FieldColumn, fieldSource } from '#main/core/fields/field-source.ts';
import { lastDayKnown } from '#main/core/measures/measure-source.ts';
import { listBrigades } from './rows.ts';

/** Every township with its brigade as it stood on the last day of the time, for forms of other offices. */

const columns: readonly FieldColumn<BrigadeRow>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('county', '县(市、区)', 'text', ({ countyName }) => countyName),
  column('town', '乡镇(街道)', 'text', ({ name }) => name),
  column('keyTown', '是否全国重点镇', 'text', ({ isKeyTown }) => (isKeyTown ? '是' : '否')),
  column('class', '专职队类别', 'text', ({ fields }) =>
    fields === null ? null : brigadeClassNames[fields.class],
  ),
  column('state', '建设状态', 'text', ({ state }) => brigadeStateNames[state]),
  column('reached', '已完成的阶段', 'text', ({ reached }) => reached),
  column('leader', '队长', 'text', ({ fields }) => fields?.leader ?? null),
  column('phone', '电话', 'text', ({ fields }) => fields?.phone ?? null),
  column('people', '人员', 'number', ({ fields }) => fields?.people ?? null),
  column('drivers', '驾驶员', 'number', ({ fields }) => fields?.drivers ?? null),
  column('tenders', '水罐车', 'number', ({ fields }) => fields?.tenders ?? null),
  ...brigadeStages.flatMap((stage): FieldColumn<BrigadeRow>[] => [
    column(`${stage}:plannedOn`, `${brigadeStageNames[stage]}计划日期`, 'day', ({ fields }) =>
      fields === null ? null : courseOf(fields)[stage].plannedOn,
    ),
    column(`${stage}:doneOn`, `${brigadeStageNames[stage]}完成日期`, 'day', ({ fields }) =>
      fields === null ? null : courseOf(fields)[stage].doneOn,
    ),
  ]),
  column('remarks', '欠缺和滞后', 'text', ({ remarks }) => remarks.join('，')),
  column('note', '备注', 'text', ({ fields }) => fields?.note ?? null),
];

export const brigadeFields = [
  fieldSource<BrigadeRow>({
    key: 'brigades',
    name: '专职消防队(每个乡镇一行)',
    columns,
    rows: (scope) =>
      listBrigades(scope.db, { denominator: 'townships', view: 'all', text: '' }, lastDayKnown(scope)).rows,
  }),
];

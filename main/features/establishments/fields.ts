import type { EstablishmentRow } from '#shared/contract/establishments.ts';
import { establishmentStateNames } from '#shared/rules/establishments/state.ts';
import { column, type FieldColumn, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { lastDayKnown } from '#main/core/measures/measure-source.ts';
import { allKinds, type KindRecord } from './queries.ts';
import { establishmentRows } from './rows.ts';

/** Every unit that has to set up a body as it stood on the last day of the time, kind by kind, for forms of other offices. */

interface ToldBody {
  kind: KindRecord;
  body: EstablishmentRow;
}

function bodiesOn(scope: FieldScope): ToldBody[] {
  return scope.db
    .all(allKinds)
    .flatMap((kind) =>
      establishmentRows(scope.db, kind, lastDayKnown(scope)).map((body) => ({ kind, body })),
    );
}

const columns: readonly FieldColumn<ToldBody>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('kind', '机构类别', 'text', ({ kind }) => kind.name),
  column('county', '县(市、区)', 'text', ({ body }) => body.countyName),
  column('township', '乡镇(街道)', 'text', ({ kind, body }) =>
    kind.level === 'township' ? body.name : body.townshipName,
  ),
  column('unit', '单位', 'text', ({ body }) => body.name),
  column('state', '设立情况', 'text', ({ body }) => establishmentStateNames[body.state]),
  column('dueOn', '设立期限', 'day', ({ kind }) => kind.due_on),
  column('plannedOn', '计划日期', 'day', ({ body }) => body.plannedOn),
  column('establishedOn', '挂牌日期', 'day', ({ body }) => body.establishedOn),
  column('document', '批准文件', 'text', ({ body }) => body.document),
  column('place', '地点', 'text', ({ body }) => body.place),
  column('head', '负责人', 'text', ({ body }) => body.head),
  column('phone', '电话', 'text', ({ body }) => body.phone),
  column('posts', '专职人员', 'number', ({ body }) => body.posts),
  column('remark', '进度说明', 'text', ({ body }) => body.remark),
  column('note', '备注', 'text', ({ body }) => body.note),
];

export const establishmentFields = [
  fieldSource<ToldBody>({ key: 'establishments', name: '基层机构(每个一行)', columns, rows: bodiesOn }),
];

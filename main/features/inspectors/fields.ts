import type { Inspector, Vehicle } from '#shared/contract/inspectors.ts';
import { inspectorRoleNames, isGone } from '#shared/rules/inspectors/model.ts';
import { column, fieldSource } from '#main/core/fields/field-source.ts';
import { listOf } from './list.ts';
import { listVehicles } from './vehicles.ts';

/** The pool on the last day of the time, for forms of other offices. */

const everybody = { view: 'all', role: null, skillUid: null, unit: null, awayOn: null, text: '' } as const;

export const inspectorFields = [
  fieldSource<Inspector>({
    key: 'inspectors',
    name: '督查人员(每人一行)',
    columns: [
      column('number', '序号', 'number', (_row, place) => place + 1),
      column('name', '姓名', 'text', ({ name }) => name),
      column('unit', '单位', 'text', ({ unitName }) => unitName),
      column('post', '职务', 'text', ({ post }) => post),
      column('roles', '角色', 'text', ({ roles }) =>
        roles.map((role) => inspectorRoleNames[role]).join('、'),
      ),
      column('skills', '专长', 'text', ({ skills }) => skills.map(({ name }) => name).join('、')),
      column('homeCounty', '回避区县', 'text', ({ homeCountyName }) => homeCountyName),
      column('phone', '联系电话', 'text', ({ phone }) => phone),
      column('note', '备注', 'text', ({ note }) => note),
    ],
    rows: ({ db, today, to }) =>
      listOf(db, everybody, today).rows.filter(({ leftOn }) => !isGone(leftOn, to)),
  }),
  fieldSource<Vehicle>({
    key: 'vehicles',
    name: '督查车辆(每辆一行)',
    columns: [
      column('number', '序号', 'number', (_row, place) => place + 1),
      column('name', '车牌号', 'text', ({ name }) => name),
      column('seats', '座位数(含驾驶员)', 'number', ({ seats }) => seats),
      column('unit', '单位', 'text', ({ unitName }) => unitName),
      column('note', '备注', 'text', ({ note }) => note),
    ],
    rows: ({ db, to }) => listVehicles(db).filter(({ retiredOn }) => !isGone(retiredOn, to)),
  }),
];

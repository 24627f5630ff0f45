import { levelNames } from '#shared/rules/organizations/levels.ts';
import {
  column,
  type FieldScope,
  type FieldSource,
  fieldSource,
  type UnitMeasures,
} from '#main/core/fields/field-source.ts';
import type { FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import { type OrganizationOnDay, organizationsOn } from './on-day.ts';

interface Unit {
  organization: OrganizationOnDay;
  parent: string;
  measures: readonly FieldRecord[];
}

/** Each unit of the last day of the time in protocol order, with what every feature has counted of it. */
export function unitFieldsWith(measures: readonly UnitMeasures[]): FieldSource[] {
  const source = fieldSource<Unit>({
    key: 'units',
    name: '各单位情况(每个单位一行)',
    columns: [
      column('number', '序号', 'number', (_row, place) => place + 1),
      column('name', '单位名称', 'text', ({ organization }) => organization.name),
      column('shortName', '单位简称', 'text', ({ organization }) => organization.shortName),
      column('level', '单位层级', 'text', ({ organization }) => levelNames[organization.level]),
      column('parent', '上级单位', 'text', ({ parent }) => parent),
      column('code', '行政区划代码', 'text', ({ organization }) => organization.code ?? ''),
      ...measures.flatMap((measure, index) =>
        measure.fields.map(({ key, name, kind }) =>
          column<Unit>(`${measure.key}.${key}`, name, kind, (unit) => unit.measures[index]?.[key] ?? null),
        ),
      ),
    ],
    rows: (scope) => unitsOf(scope, measures),
  });
  return [source];
}

function unitsOf(scope: FieldScope, measures: readonly UnitMeasures[]): Unit[] {
  const organizations = organizationsOn(scope.db, scope.to);
  const counted = measures.map((measure) =>
    measure.needsPeriod && scope.periodUid === null ? new Map<string, FieldRecord>() : measure.read(scope),
  );
  return [...organizations.values()].map((organization) => ({
    organization,
    parent: organizations.get(organization.parentId ?? 0)?.name ?? '',
    measures: measures.map(({ empty }, index) => counted[index]?.get(organization.uid) ?? empty),
  }));
}

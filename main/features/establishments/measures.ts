import type { EstablishmentRow } from '#shared/contract/establishments.ts';
import { establishmentStateNames } from '#shared/rules/establishments/state.ts';
import type { Measure } from '#shared/rules/reports/measure.ts';
import { between } from '#main/core/fields/field-source.ts';
import { lastDayKnown, measureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allKinds } from './queries.ts';
import { establishmentRows } from './rows.ts';

interface CountedBody extends EstablishmentRow {
  kindUid: string;
  kindName: string;
}

function measuresOf(db: ReadStore): Measure[] {
  return db.all(allKinds).flatMap(({ uid, name }): Measure[] => [
    { key: `due:${uid}`, name: `${name}应设立`, unit: '个', kind: 'count', basis: 'given' },
    { key: `established:${uid}`, name: `${name}已挂牌`, unit: '个', kind: 'count' },
    { key: `newly:${uid}`, name: `${name}本期挂牌`, unit: '个', kind: 'count' },
    // Without a record, too, once the deadline has passed.
    { key: `late:${uid}`, name: `${name}逾期未挂牌`, unit: '个', kind: 'count', basis: 'given' },
    {
      key: `rate:${uid}`,
      name: `${name}挂牌率`,
      unit: '%',
      kind: 'share',
      part: `established:${uid}`,
      whole: `due:${uid}`,
    },
  ]);
}

/** Bodies as they stood on the last day of the time, for reports. */
export const establishmentReportMeasures = measureSource<CountedBody>({
  key: 'establishments',
  name: '基层机构',
  by: ['county', 'township'],
  tables: ['establishment', 'establishment_kind', 'organization', 'organization_state'],
  measures: measuresOf,
  read: (scope) =>
    scope.db.all(allKinds).flatMap((kind) =>
      establishmentRows(scope.db, kind, lastDayKnown(scope)).map((row) => ({
        ...row,
        kindUid: kind.uid,
        kindName: kind.name,
      })),
    ),
  amounts: ({ kindUid, state, establishedOn }, scope) => ({
    [`due:${kindUid}`]: 1,
    [`established:${kindUid}`]: Number(state === 'established'),
    [`newly:${kindUid}`]: Number(state === 'established' && between(establishedOn, scope)),
    [`late:${kindUid}`]: Number(state === 'late'),
  }),
  rows: ({ countyUid, townshipUid }, by) => [by === 'county' ? countyUid : townshipUid],
  record: ({ organizationUid, kindUid, name, townshipName, kindName, establishedOn, state }) => ({
    uid: organizationUid,
    name: `${townshipName}${name}`,
    day: establishedOn,
    note: `${kindName}，${establishmentStateNames[state]}`,
    path: `/establishments/${kindUid}/${organizationUid}`,
  }),
});

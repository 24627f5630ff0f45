import type { BrigadeRow } from '#shared/contract/brigades.ts';
import { brigadeStateNames } from '#shared/rules/brigades/state.ts';
import { lastDayKnown, measureSource } from '#main/core/measures/measure-source.ts';
import { listBrigades } from './rows.ts';

/** Brigades of national key towns as they stood on the last day of the time, for reports. */
export const brigadeReportMeasures = measureSource<BrigadeRow>({
  key: 'brigades',
  name: '专职消防队',
  by: ['county', 'township'],
  tables: ['brigade', 'setting', 'organization', 'organization_state'],
  measures: [
    { key: 'towns', name: '全国重点镇', unit: '个', kind: 'count', basis: 'given' },
    { key: 'built', name: '专职消防队已投入执勤', unit: '支', kind: 'count' },
    { key: 'behind', name: '专职消防队进度滞后', unit: '支', kind: 'count' },
    { key: 'people', name: '专职消防队人员', unit: '人', kind: 'count', basis: 'today' },
    { key: 'tenders', name: '专职消防队水罐车', unit: '辆', kind: 'count', basis: 'today' },
    {
      key: 'rate',
      name: '专职消防队建成率(全国重点镇)',
      unit: '%',
      kind: 'share',
      part: 'built',
      whole: 'towns',
    },
  ],
  read: (scope) =>
    listBrigades(scope.db, { denominator: 'keyTowns', view: 'all', text: '' }, lastDayKnown(scope)).rows,
  amounts: ({ state, fields }) => ({
    towns: 1,
    built: Number(state === 'built'),
    behind: Number(state === 'behind'),
    people: fields?.people ?? 0,
    tenders: fields?.tenders ?? 0,
  }),
  rows: ({ countyUid, organizationUid }, by) => [by === 'county' ? countyUid : organizationUid],
  record: ({ organizationUid, name, countyName, fields, state }) => ({
    uid: organizationUid,
    name,
    day: fields?.dutyDoneOn ?? null,
    note: `${countyName}，${brigadeStateNames[state]}`,
    path: `/brigades/${organizationUid}`,
  }),
});

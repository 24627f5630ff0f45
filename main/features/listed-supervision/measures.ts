import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { listedStateWords } from '#shared/rules/notices/listed-words.ts';
import { between } from '#main/core/fields/field-source.ts';
import { lastDayKnown, type MeasureScope, measureSource } from '#main/core/measures/measure-source.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { onList } from './fields.ts';

interface PlacedHazard extends ListedRow {
  /** Of the township that answers for it, or itself. */
  countyUid: string | undefined;
}

/** By the uid of a county or of a township in it. */
function countiesByUid({ db, today }: MeasureScope): Map<string, string> {
  const places = new Places(db, today);
  return new Map(places.inOrder.map((place) => [place.uid, (places.parentOf(place) ?? place).uid]));
}

/** Hazards that were on the list in the time, for reports; what was taken off after its end counts as still on it. */
export const listedReportMeasures = measureSource<PlacedHazard>({
  key: 'listed',
  name: '挂牌督办',
  by: ['level', 'county', 'township', 'memberUnit'],
  tables: [
    'listed_supervision',
    'listed_progress',
    'finding',
    'campaign',
    'campaign_kind',
    'setting',
    'organization',
    'organization_state',
  ],
  measures: [
    { key: 'listed', name: '挂牌督办重大火灾隐患', unit: '处', kind: 'count' },
    { key: 'newly', name: '新挂牌', unit: '处', kind: 'count' },
    { key: 'delisted', name: '已整改销案', unit: '处', kind: 'count' },
    { key: 'open', name: '未销案', unit: '处', kind: 'count' },
    { key: 'overdue', name: '逾期未销案', unit: '处', kind: 'count' },
    { key: 'rate', name: '整改率(销案)', unit: '%', kind: 'share', part: 'delisted', whole: 'listed' },
  ],
  read(scope) {
    const countyOf = countiesByUid(scope);
    return onList(scope).map((row) => ({ ...row, countyUid: countyOf.get(row.organizationUid ?? '') }));
  },
  amounts(row, scope) {
    const delisted = Number(between(row.delistedOn, scope));
    const asOf = lastDayKnown(scope);
    return {
      listed: 1,
      newly: Number(between(row.listedOn, scope)),
      delisted,
      open: 1 - delisted,
      overdue: Number(delisted === 0 && row.dueOn < asOf),
    };
  },
  rows({ level, organizationUid, countyUid }, by) {
    if (by === 'level') return [level];
    const own = by === 'county' ? countyUid : organizationUid;
    return own === null || own === undefined ? [] : [own];
  },
  record: ({ uid, name, listedOn, state, organizationName }) => ({
    uid,
    name,
    day: listedOn,
    note: [organizationName, listedStateWords[state]].filter((part) => part !== '').join('，'),
    path: `/listed-supervision/${uid}`,
  }),
});

import type { VisitRow } from '#shared/contract/visits.ts';
import { FIGURE_SCALE } from '#shared/rules/visits/model.ts';
import { figureName } from '#shared/rules/visits/sheet/words.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import { isSecret, knownCampaigns } from '#main/features/campaigns/index.ts';
import { figuresOf } from './figures.ts';
import { campaignsVisitedBetween, valuesOfVisit, type VisitRecord, visitsOfCampaign } from './queries.ts';
import { visitRows } from './rows.ts';

/**
 * Records of visits of the time, for forms of other offices. Unannounced campaigns that are not released are kept from
 * everybody, also from those who may know: a form is for others.
 */

interface ToldVisit {
  campaign: string;
  row: VisitRow;
  record: NonNullable<VisitRow['record']>;
  visit: VisitRecord;
  /** By uid of the figure. */
  values: ReadonlyMap<string, number>;
}

function visitsIn(scope: FieldScope): ToldVisit[] {
  const { db, from, to } = scope;
  const visited = new Set(db.all(campaignsVisitedBetween, { from, to }).map(({ id }) => id));
  return knownCampaigns(scope)
    .filter((campaign) => !isSecret(campaign) && visited.has(campaign.id))
    .flatMap(({ id: campaignId, uid, title }) => {
      const visits = new Map(db.all(visitsOfCampaign, { campaignId }).map((visit) => [visit.uid, visit]));
      return visitRows(uid, scope).flatMap((row): ToldVisit[] => {
        const { record } = row;
        const visit = visits.get(record?.uid ?? '');
        if (record === null || visit === undefined || !between(visit.day, scope)) return [];
        const values = db.all(valuesOfVisit, { visitId: visit.id });
        const counted = values.map(({ figure_uid, value }) => [figure_uid, value / FIGURE_SCALE] as const);
        return [{ campaign: title, row, record, visit, values: new Map(counted) }];
      });
    });
}

const before: readonly FieldColumn<ToldVisit>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('campaign', '督查', 'text', ({ campaign }) => campaign),
  column('day', '检查日期', 'day', ({ visit }) => visit.day),
  column('county', '县(市、区)', 'text', ({ row }) => row.countyName),
  column('township', '乡镇(街道)', 'text', ({ row }) => row.townshipName),
  column('target', '检查对象', 'text', ({ row }) => row.name),
  column('trade', '行业', 'text', ({ row }) => row.tradeName),
  column('team', '检查组', 'text', ({ visit }) => visit.team),
  column('inspectors', '检查人员', 'text', ({ record }) => record.inspectorNames.join('、')),
  column('failed', '不符合(项)', 'number', ({ record }) => record.failed),
  column('findings', '发现问题(处)', 'number', ({ record }) => record.findings),
  column('open', '未销号问题(处)', 'number', ({ record }) => record.open),
  column('note', '备注', 'text', ({ visit }) => visit.note),
];

export const visitFields = [
  fieldSource<ToldVisit>({
    key: 'visits',
    name: '检查记录(每份一行)',
    columns: ({ db }) => [
      ...before,
      ...figuresOf(db).map((figure) =>
        column<ToldVisit>(
          `figure:${figure.uid}`,
          figureName(figure),
          'number',
          ({ values }) => values.get(figure.uid) ?? null,
        ),
      ),
    ],
    rows: visitsIn,
  }),
];

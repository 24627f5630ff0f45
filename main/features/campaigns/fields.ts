import { campaignStatusNames } from '#shared/rules/campaigns/words.ts';
import { column, type FieldColumn, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { CampaignPlaces } from './counties.ts';
import { knownCampaigns } from './find.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { isSecret } from './secrecy/cover.ts';
import { countsByCampaign, type TargetCounts } from './targets.ts';

/** Campaigns with a day in the time that are no secret, for forms of other offices. */

interface ToldCampaign extends TargetCounts {
  campaign: KnownCampaign;
  counties: string;
}

function campaignsIn(scope: FieldScope): ToldCampaign[] {
  const { db, today, from, to } = scope;
  const counts = countsByCampaign(db);
  const places = new CampaignPlaces(db, today);
  return knownCampaigns(scope)
    .filter((campaign) => !isSecret(campaign) && campaign.first_day <= to && campaign.last_day >= from)
    .toSorted((one, other) => (one.first_day < other.first_day ? -1 : 1))
    .map((campaign) => ({
      campaign,
      counties: places
        .countiesOf(db, campaign)
        .map(({ name }) => name)
        .join('、'),
      ...(counts.get(campaign.id) ?? { targets: 0, visited: 0 }),
    }));
}

const columns: readonly FieldColumn<ToldCampaign>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('title', '督查名称', 'text', ({ campaign }) => campaign.title),
  column('kind', '督查类别', 'text', ({ campaign }) => campaign.kind_name),
  column('document', '依据文件', 'text', ({ campaign }) => campaign.document),
  column('firstDay', '开始日期', 'day', ({ campaign }) => campaign.first_day),
  column('lastDay', '结束日期', 'day', ({ campaign }) => campaign.last_day),
  column('counties', '督查的县(市、区)', 'text', ({ counties }) => counties),
  column('targets', '督查对象数', 'number', ({ targets }) => targets),
  column('visited', '已督查对象数', 'number', ({ visited }) => visited),
  column('status', '督查状态', 'text', ({ campaign }) => campaignStatusNames[campaign.status]),
  column('note', '备注', 'text', ({ campaign }) => campaign.note),
];

export const campaignFields = [
  fieldSource<ToldCampaign>({ key: 'campaigns', name: '专项督查(每次一行)', columns, rows: campaignsIn }),
];

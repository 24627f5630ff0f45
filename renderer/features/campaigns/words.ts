import type { CampaignDetail, CampaignFields, Named, SamplingLine } from '#shared/contract/campaigns.ts';
import type { SiteTerms } from '#shared/contract/key-sites.ts';
import type { CampaignStatus } from '#shared/rules/campaigns/model.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

export const statusLights: Readonly<Record<CampaignStatus, Light>> = {
  draft: 'yellow',
  underWay: 'green',
  closed: 'plain',
};

export const campaignLabels: Readonly<Record<keyof CampaignFields, string>> = {
  title: '督查名称',
  kindUid: '类型',
  document: '来文依据',
  firstDay: '开始日期',
  lastDay: '结束日期',
  announced: '方式',
  content: '督查内容',
  minutesPerVisit: '每处用时(分钟)',
  restMonths: '抽查间隔(月)',
  note: '备注',
  countyUids: '区县',
  tradeUids: '行业',
  checklistUids: '检查清单',
};

/** What a clerk can change of it. */
export function fieldsOf(campaign: CampaignDetail): CampaignFields {
  const uids = (list: readonly Named[]): string[] => list.map(({ uid }) => uid);
  return {
    title: campaign.title,
    kindUid: campaign.kindUid,
    document: campaign.document,
    firstDay: campaign.firstDay,
    lastDay: campaign.lastDay,
    announced: campaign.announced,
    content: campaign.content,
    minutesPerVisit: campaign.minutesPerVisit,
    restMonths: campaign.restMonths,
    note: campaign.note,
    countyUids: uids(campaign.counties),
    tradeUids: uids(campaign.trades),
    checklistUids: uids(campaign.checklists),
  };
}

/** 2 个 人员密集场所, 1 个乡镇(街道). */
export function samplingText(line: SamplingLine, terms: SiteTerms | undefined): string {
  const { subject, kindUid, tradeUid, name, count } = line;
  if (subject === 'township') return `${count} 个乡镇(街道)`;
  if (subject === 'other') return `${count} 个${name}`;
  const trade = terms?.trades.find(({ uid }) => uid === tradeUid)?.name ?? '';
  const kind = terms?.kinds.find(({ uid }) => uid === kindUid)?.name ?? '';
  return `${count} 个${[trade, kind].filter((word) => word !== '').join('的') || '台账里的单位'}`;
}

export function namesText(list: readonly Named[], none: string): string {
  return list.length === 0 ? none : list.map(({ name }) => name).join('、');
}

/** Only what was touched: what somebody else changed beside it is no conflict. */
export function changesOf(
  before: CampaignFields,
  after: CampaignFields,
): { base: Partial<CampaignFields>; set: Partial<CampaignFields> } {
  const names = (Object.keys(campaignLabels) as (keyof CampaignFields)[]).filter(
    (name) => comparable(name, before) !== comparable(name, after),
  );
  return {
    base: Object.fromEntries(names.map((name) => [name, before[name]])),
    set: Object.fromEntries(names.map((name) => [name, after[name]])),
  };
}

/** The order in which counties and trades were chosen says nothing; that of checklists does. */
function comparable(name: keyof CampaignFields, fields: CampaignFields): string {
  const value = fields[name];
  return JSON.stringify(Array.isArray(value) && name !== 'checklistUids' ? value.toSorted() : value);
}

/** Empty where they are not told. */
export function daysText({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  return firstDay === '' ? '' : `${firstDay} 至 ${lastDay}`;
}

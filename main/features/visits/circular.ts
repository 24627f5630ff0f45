import type { visits as contract } from '#shared/contract/visits.ts';
import { AppError } from '#shared/errors.ts';
import { compareTeams } from '#shared/rules/findings/add-up.ts';
import { isRectified } from '#shared/rules/findings/model.ts';
import { type InspectionFacts, inspectionCircularBody } from '#shared/rules/visits/inspection-circular.ts';
import type { Handlers, ReadContext, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  CampaignPlaces,
  isSecret,
  type KnownCampaign,
  listedTargetsOf,
  requireKnown,
} from '#main/features/campaigns/index.ts';
import { latestDueOf, majorOf, repeatedOf, resultsOf } from '#main/features/findings/index.ts';
import { createPaper, fillTemplate } from '#main/features/papers/index.ts';
import { figureSums, visitsOfCampaign, type VisitRecord } from './queries.ts';

/** Of the papers' templates: 情况通报. */
const TEMPLATE = 'circular';

/** 督查通报 of a campaign, as a draft among the papers. */
export const draftCircular: Handlers<typeof contract>['draftCircular'] = ({ campaignUid }, context) => {
  const campaign = requireKnown(context, campaignUid);
  const visits = context.db.all(visitsOfCampaign, { campaignId: campaign.id });
  requireTellable(campaign, visits);
  const { content, template } = fillTemplate(context, TEMPLATE, { 事项: campaign.title });
  const body = inspectionCircularBody(content.body, factsOf(context, campaign, visits));
  const paper = createPaper(context, {
    kind: 'circular',
    content: { ...content, body },
    subject: { kind: 'campaign', uid: campaign.uid },
    template,
  });
  context.summarize(campaign.title);
  return { paperUid: paper.uid };
};

function requireTellable(campaign: KnownCampaign, visits: readonly VisitRecord[]): void {
  if (isSecret(campaign))
    throw new AppError('refused', {
      reason: '这次暗访还没有公布，通报会让别人看到。请先在“专项督查”里“解密公布”，再拟通报。',
    });
  if (visits.length === 0)
    throw new AppError('refused', {
      reason: '这次督查还没有检查记录。请先在“检查记录”里登记，再拟通报。',
    });
}

function factsOf(
  context: WriteContext,
  campaign: KnownCampaign,
  visits: readonly VisitRecord[],
): InspectionFacts {
  const { db, today } = context;
  const scope = { campaignUid: campaign.uid, from: null, to: null };
  const { total, byCounty, byTrade, swept } = resultsOf(context, scope);
  const days = visits.map(({ day }) => day).toSorted();
  const named = <Row extends { uid: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ uid }) => uid !== null);
  return {
    title: campaign.title,
    document: campaign.document,
    isAnnounced: campaign.announced === 1,
    today,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    places: visits.length,
    ...whereOf(context, campaign, visits),
    figures: db.all(figureSums, { campaignId: campaign.id }),
    total,
    byCounty: named(byCounty),
    byTrade: named(byTrade),
    swept: (swept?.kinds ?? []).map(({ name }, index) => ({
      name,
      sites: swept?.total[index]?.sites ?? 0,
      visited: swept?.total[index]?.visited ?? 0,
    })),
    major: majorOf(db, campaign.uid, today),
    repeated: repeatedFacts(context, campaign),
    lastDueOn: latestDueOf(db, campaign.id, today),
  };
}

/** Counties in protocol order, and which of them each team has seen. */
function whereOf(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  campaign: KnownCampaign,
  visits: readonly VisitRecord[],
): Pick<InspectionFacts, 'counties' | 'teams'> {
  const countyIds = countiesOfTargets(db, campaign);
  const places = new CampaignPlaces(db, today);
  const namesOf = (own: readonly VisitRecord[]) =>
    places.counties(own.flatMap((visit) => countyIds.get(visit.target_id) ?? [])).map(({ name }) => name);
  const teams = Map.groupBy(
    visits.filter(({ team }) => team !== ''),
    ({ team }) => team,
  );
  return {
    counties: namesOf(visits),
    teams: [...teams]
      .map(([name, own]) => ({ name, counties: namesOf(own) }))
      .toSorted((one, other) => compareTeams(one.name, other.name)),
  };
}

function countiesOfTargets(db: ReadStore, campaign: KnownCampaign): Map<number, number | null> {
  return new Map(listedTargetsOf(db, campaign).map(({ id, countyId }) => [id, countyId]));
}

function repeatedFacts(context: WriteContext, campaign: KnownCampaign): InspectionFacts['repeated'] {
  const { rows } = repeatedOf(context, { campaignUid: campaign.uid, from: null, to: null });
  return rows.map(({ countyName, place, what, status, earlier }) => ({
    countyName,
    place,
    what,
    isRectified: isRectified(status),
    earlierOn: earlier.foundOn,
  }));
}

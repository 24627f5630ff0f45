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
  type Target,
} from '#main/features/campaigns/index.ts';
import { latestDueOf, majorOf, repeatedOf, resultsOf } from '#main/features/findings/index.ts';
import { createPaper, fillTemplate } from '#main/features/papers/index.ts';
import { figureSums, visitsOfCampaign } from './queries.ts';

/** Of the papers' templates: 情况通报. */
const TEMPLATE = 'circular';

/** 督查通报 of a campaign, as a draft among the papers. */
export const draftCircular: Handlers<typeof contract>['draftCircular'] = ({ campaignUid }, context) => {
  const campaign = requireKnown(context, campaignUid);
  const visited = visitedTargets(context.db, campaign);
  requireTellable(campaign, visited);
  const { content, template } = fillTemplate(context, TEMPLATE, { 事项: campaign.title });
  const body = inspectionCircularBody(content.body, factsOf(context, campaign, visited));
  const paper = createPaper(context, {
    kind: 'circular',
    content: { ...content, body },
    subject: { kind: 'campaign', uid: campaign.uid },
    template,
  });
  context.summarize(campaign.title);
  return { paperUid: paper.uid };
};

type Visited = Target & { visitedOn: string };

/** Also such as have no record. */
function visitedTargets(db: ReadStore, campaign: KnownCampaign): Visited[] {
  return listedTargetsOf(db, campaign).flatMap((target) =>
    target.visitedOn === null ? [] : [{ ...target, visitedOn: target.visitedOn }],
  );
}

function requireTellable(campaign: KnownCampaign, visited: readonly Visited[]): void {
  if (isSecret(campaign))
    throw new AppError('refused', {
      reason: '这次暗访还没有公布，通报会让别人看到。请先在“专项督查”里“解密公布”，再拟通报。',
    });
  if (visited.length === 0)
    throw new AppError('refused', {
      reason: '这次督查还没有督查过任何对象。请先在“检查记录”里登记，再拟通报。',
    });
}

function factsOf(
  context: WriteContext,
  campaign: KnownCampaign,
  visited: readonly Visited[],
): InspectionFacts {
  const { db, today } = context;
  const scope = { campaignUid: campaign.uid, from: null, to: null };
  const { total, byCounty, byTrade, swept } = resultsOf(context, scope);
  const days = visited.map(({ visitedOn }) => visitedOn).toSorted();
  const named = <Row extends { uid: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ uid }) => uid !== null);
  return {
    title: campaign.title,
    document: campaign.document,
    isAnnounced: campaign.announced === 1,
    today,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    places: visited.length,
    ...whereOf(context, campaign, visited),
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

/** Counties in protocol order, and which of them each team has recorded visits in. */
function whereOf(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  { id: campaignId }: KnownCampaign,
  visited: readonly Visited[],
): Pick<InspectionFacts, 'counties' | 'teams'> {
  const places = new CampaignPlaces(db, today);
  const countyOf = new Map(visited.map(({ id, countyId }) => [id, countyId]));
  const namesOf = (targetIds: readonly number[]) =>
    places.counties(targetIds.flatMap((id) => countyOf.get(id) ?? [])).map(({ name }) => name);
  const visits = db.all(visitsOfCampaign, { campaignId }).filter(({ team }) => team !== '');
  return {
    counties: namesOf([...countyOf.keys()]),
    teams: [...Map.groupBy(visits, ({ team }) => team)]
      .map(([name, own]) => ({ name, counties: namesOf(own.map((visit) => visit.target_id)) }))
      .toSorted((one, other) => compareTeams(one.name, other.name)),
  };
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

import type { RecordFields, VisitChoices, VisitRow, VisitSheet } from '#shared/contract/visits.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  type Asker,
  campaignUidOfTarget,
  isSecret,
  listedRows,
  listedTargetsOf,
  requireKnown,
  requireTarget,
  type Target,
} from '#main/features/campaigns/index.ts';
import { findingsAtVisit } from '#main/features/findings/index.ts';
import { taskSettings } from '#main/features/tasks/index.ts';
import { type Asked, askedAt } from './checklists.ts';
import { figuresOf } from './figures.ts';
import {
  answersOfVisit,
  inspectorPool,
  inspectorsOfCampaign,
  inspectorsOfVisit,
  summariesOfCampaign,
  valuesOfVisit,
  visitByUid,
  visitOfTarget,
  type VisitRecord,
  visitsOfCampaign,
} from './queries.ts';
import { placeOfTarget } from './target-site.ts';

/** @throws AppError notFound */
export function requireVisit(db: ReadStore, uid: string): VisitRecord {
  const visit = db.get(visitByUid, { uid });
  if (visit === undefined) throw new AppError('notFound', { what: '这份检查记录' });
  return visit;
}

/** Every target on the list, by county and township in protocol order, with what its record says. */
export function visitRows(campaignUid: string, asker: Asker): VisitRow[] {
  const { db, today } = asker;
  const campaign = requireKnown(asker, campaignUid);
  const campaignId = campaign.id;
  const targetIds = new Map(listedTargetsOf(db, campaign).map(({ id, uid }) => [uid, id]));
  const visits = new Map(db.all(visitsOfCampaign, { campaignId }).map((visit) => [visit.target_id, visit]));
  const inspectors = Map.groupBy(db.all(inspectorsOfCampaign, { campaignId }), ({ visit_id }) => visit_id);
  const sums = new Map(db.all(summariesOfCampaign, { campaignId }).map((sum) => [sum.visit_id, sum]));
  const shownRecord = (visit: VisitRecord | undefined): VisitRow['record'] => {
    if (visit === undefined) return null;
    const { failed = 0, findings = 0, open = 0 } = sums.get(visit.id) ?? {};
    const inspectorNames = (inspectors.get(visit.id) ?? []).map(({ name }) => name);
    return { uid: visit.uid, team: visit.team, inspectorNames, failed, findings, open };
  };
  return listedRows(db, campaign, today).map((target) => ({
    targetUid: target.uid,
    name: target.name,
    countyName: target.countyName,
    townshipName: target.townshipName,
    tradeName: target.tradeName,
    visitedOn: target.visitedOn,
    record: shownRecord(visits.get(targetIds.get(target.uid) ?? 0)),
  }));
}

/** Where a target is, and who answers for what is found there unless the clerk says otherwise. */
export function sheetOf(targetUid: string, asker: Asker): VisitSheet {
  const { db, today } = asker;
  const campaign = requireKnown(asker, campaignUidOfTarget(db, targetUid));
  const target = requireTarget(db, campaign, targetUid);
  const visit = db.get(visitOfTarget, { targetId: target.id });
  const asked = askedAt(db, campaign, visit);
  return {
    campaign: {
      uid: campaign.uid,
      title: campaign.title,
      firstDay: campaign.first_day,
      lastDay: campaign.last_day,
      isSecret: isSecret(campaign),
      status: campaign.status,
    },
    ...placed(db, target, today),
    checklists: asked.checklists,
    findingDays: taskSettings(db).findingDays,
    record: visit === undefined ? null : { uid: visit.uid, ...recordOf(db, visit) },
    findings: visit === undefined ? [] : sheetFindings(db, visit, asked, today),
  };
}

function sheetFindings(db: ReadStore, visit: VisitRecord, { items }: Asked, today: string) {
  const uidOfItem = new Map([...items].map(([uid, { id }]) => [id, uid]));
  return findingsAtVisit(db, visit.id, today).map(({ uid, itemId, spot, what, severity, task }) => ({
    uid,
    itemUid: itemId === null ? null : (uidOfItem.get(itemId) ?? null),
    spot,
    what,
    severity,
    task,
  }));
}

/** A target as its sheet names it, and who is proposed to answer for what is found there. */
export function placed(
  db: ReadStore,
  target: Target,
  today: string,
): Pick<VisitSheet, 'target' | 'leadUids'> {
  const { places, site } = placeOfTarget(db, target, today);
  const { organizationId, countyId } = target;
  const lead = site?.organizationUid ?? places.places.byId(organizationId ?? countyId ?? 0)?.uid;
  return {
    target: {
      uid: target.uid,
      name: site?.name ?? target.name,
      countyName: countyId === null ? '' : places.nameOf(countyId),
      townshipName: site?.townshipName ?? (organizationId === null ? '' : places.nameOf(organizationId)),
      address: site?.address ?? '',
      responsiblePerson: site?.responsiblePerson ?? '',
      phone: site?.phone ?? '',
      visitedOn: target.visitedOn,
    },
    leadUids: lead === undefined ? [] : [lead],
  };
}

/** What a record says, as its page sends it. */
export function recordOf(db: ReadStore, { id: visitId, day, team, note }: VisitRecord): RecordFields {
  return {
    day,
    team,
    note,
    inspectors: db.all(inspectorsOfVisit, { visitId }).map(({ inspector_uid: uid, name }) => ({ uid, name })),
    answers: db
      .all(answersOfVisit, { visitId })
      .flatMap(({ item_uid: itemUid, answer, note: words }) =>
        itemUid === null ? [] : [{ itemUid, answer, note: words }],
      ),
    values: db
      .all(valuesOfVisit, { visitId })
      .map(({ figure_uid: figureUid, value }) => ({ figureUid, value })),
  };
}

export function choicesOf(campaignUid: string, asker: Asker): VisitChoices {
  const { db, today } = asker;
  const campaign = requireKnown(asker, campaignUid);
  const teams = db.all(visitsOfCampaign, { campaignId: campaign.id }).map(({ team }) => team);
  return {
    figures: figuresOf(db),
    inspectors: db
      .all(inspectorPool, { today })
      .filter(({ left_on }) => left_on === null || left_on > today)
      .map(({ uid, name, unit }) => ({ uid, name, unit })),
    teams: [...new Set(teams.filter((team) => team !== ''))].toSorted(),
  };
}

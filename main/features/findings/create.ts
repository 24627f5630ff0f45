import { v7 } from 'uuid';
import type { Found } from '#shared/contract/findings.ts';
import { AppError } from '#shared/errors.ts';
import type { Measures } from '#shared/rules/findings/model.ts';
import { taskTextOf } from '#shared/rules/findings/task-text.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { createTask } from '#main/features/tasks/index.ts';
import type { FoundPlace } from './place.ts';

export interface FindingToCreate extends Found {
  place: FoundPlace;
  foundOn: string;
  campaign: { id: number; uid: string; title: string } | null;
  visitId: number | null;
  itemId: number | null;
  measures: Measures | null;
}

const noMeasures: Measures = { responsible: '', measures: '', funds: '', timeLimit: '', emergencyPlan: '' };

/** A finding with the task that it is: given out on the day on which it was found. @returns their uid */
export function createFinding(context: WriteContext, finding: FindingToCreate): string {
  const { place, campaign, foundOn, dueOn } = finding;
  if (foundOn > context.today)
    throw new AppError('badInput', { detail: '发现日期不能晚于今天', field: 'foundOn' });
  const uid = v7();
  const { id: taskId } = createTask(context, {
    uid,
    kind: 'finding',
    ...taskTextOf({ ...finding, place: place.name }),
    source: campaign === null ? null : { kind: 'campaign', uid: campaign.uid, text: campaign.title },
    leadUids: finding.leadUids,
    supportingUids: [],
    assignedOn: foundOn,
    startOn: null,
    dueOn,
    feedbackCycle: { kind: 'none' },
    status: 'assigned',
    keeperUid: null,
  });
  context.db.insert('finding', {
    uid,
    task_id: taskId,
    campaign_id: campaign?.id ?? null,
    visit_id: finding.visitId,
    item_id: finding.itemId,
    site_id: place.siteId,
    organization_id: place.organizationId,
    county_id: place.countyId,
    trade_id: place.tradeId,
    place: place.name,
    found_on: foundOn,
    ...ownColumns({ ...finding, ...(finding.measures ?? noMeasures) }),
    listed_id: null,
    closed_by: '',
  });
  return uid;
}

type OwnFields = Omit<Found, 'dueOn' | 'leadUids'> & Measures;

/** Columns of what is entered and the task does not hold. */
export function ownColumns({ severity, element, timeLimit, emergencyPlan, ...fields }: OwnFields) {
  const { spot, what, article, demand, responsible, measures, funds } = fields;
  return {
    spot,
    what,
    article,
    demand,
    responsible,
    measures,
    funds,
    severity,
    element: severity === 'major' ? element : '',
    time_limit: timeLimit,
    emergency_plan: emergencyPlan,
  };
}

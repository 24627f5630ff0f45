import type { CreditDecision } from '#shared/contract/credit.ts';
import { type DecisionFacts, lastPublicDay, objectionEnd, stageOf } from '#shared/rules/credit/course.ts';
import type { RatedEvent } from '#shared/rules/credit/rating.ts';
import { repairableFrom } from '#shared/rules/credit/repair.ts';
import type { CreditSettings } from '#shared/rules/credit/settings.ts';
import { type Workdays, workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import type { DecisionRecord, EventRecord, RepairRecord } from './queries.ts';
import { creditSettings } from './settings.ts';

/** What every day of a course is judged by. */
export interface Judge {
  settings: CreditSettings;
  workdays: Workdays;
  today: string;
}

export type Asking = Pick<ReadContext, 'db' | 'resourcesFolder' | 'today'>;

export function judgeOf({ db, resourcesFolder, today }: Asking): Judge {
  const workdays = workdaysOf(holidayCalendar(db, resourcesFolder));
  return { settings: creditSettings(db), workdays, today };
}

export function ratedEvent(record: EventRecord): RatedEvent {
  const { day, kind_name: kindName, effect, points, months, source, decision_id: decisionId } = record;
  return { day, kindName, effect, points, months, source, isDealtWith: decisionId !== null };
}

export function factsOf(record: DecisionRecord): DecisionFacts {
  return {
    level: record.level,
    proposedOn: record.proposed_on,
    noticedOn: record.noticed_on,
    deliveredOn: record.delivered_on,
    waivedOn: record.waived_on,
    objectedOn: record.objected_on,
    answeredOn: record.answered_on,
    droppedOn: record.dropped_on,
    decidedOn: record.decided_on,
    publishedUntil: record.published_until,
    repairedOn: record.repaired_on,
    revokedOn: record.revoked_on,
  };
}

/** Neither given up nor taken back. */
export function isInForce({
  dropped_on: droppedOn,
  revoked_on: revokedOn,
}: Pick<DecisionRecord, 'dropped_on' | 'revoked_on'>): boolean {
  return droppedOn === null && revokedOn === null;
}

export function toDecision(
  record: DecisionRecord,
  repairs: readonly RepairRecord[],
  { settings, workdays, today }: Judge,
): CreditDecision {
  const facts = factsOf(record);
  const due = objectionEnd(facts, settings, workdays);
  const dueOn = due?.day ?? null;
  return {
    ...facts,
    uid: record.uid,
    reason: record.reason,
    noticeNumber: record.notice_number,
    deliveryWay: record.delivery_way,
    objection: record.objection,
    answer: record.answer,
    dropReason: record.drop_reason,
    number: record.number,
    revokeReason: record.revoke_reason,
    stage: stageOf(facts, dueOn, today),
    objectionDueOn: dueOn,
    isObjectionDueCertain: due?.certain ?? true,
    repairableFrom: repairableFrom(facts, settings),
    lastPublicDay: lastPublicDay(facts),
    repairs: repairs.map((repair) => ({
      uid: repair.uid,
      appliedOn: repair.applied_on,
      text: repair.text,
      decidedOn: repair.decided_on,
      isGranted: repair.is_granted === null ? null : repair.is_granted === 1,
      opinion: repair.opinion,
      number: repair.number,
    })),
  };
}

/** A repair waits for its decision, and the decision that it is about is public. */
export function hasOpenRepair({ stage, repairs }: CreditDecision): boolean {
  return stage === 'published' && repairs.some(({ decidedOn }) => decidedOn === null);
}

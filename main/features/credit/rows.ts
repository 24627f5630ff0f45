import type {
  CreditDecision,
  CreditEvent,
  EnterpriseDetail,
  EnterpriseRow,
} from '#shared/contract/credit.ts';
import { ratingOn } from '#shared/rules/credit/rating.ts';
import { creditRemark } from '#shared/rules/credit/remark.ts';
import { creditState } from '#shared/rules/credit/state.ts';
import { Places } from '#main/features/key-sites/index.ts';
import {
  type Asking,
  hasOpenRepair,
  isInForce,
  type Judge,
  judgeOf,
  ratedEvent,
  toDecision,
} from './facts.ts';
import { allMeasures } from './own-list-queries.ts';
import {
  allDecisions,
  allEnterprises,
  allEvents,
  allRepairs,
  decisionsOfEnterprise,
  decisionsOfEnterprises,
  type DecisionRecord,
  type EnterpriseRecord,
  enterprisesOf,
  type EventRecord,
  eventsOfEnterprise,
  eventsOfEnterprises,
  type RepairRecord,
  repairsOfDecision,
  repairsOfDecisions,
} from './queries.ts';
import { revealedCredit } from './secret.ts';

/** An enterprise with what its rating follows from. */
export interface KnownEnterprise {
  record: EnterpriseRecord;
  row: EnterpriseRow;
  events: readonly EventRecord[];
  decisions: readonly CreditDecision[];
}

/** Every enterprise as it stands on the day that is asked for, in the order of entering. */
export function knownEnterprises(asking: Asking): KnownEnterprise[] {
  const { db } = asking;
  const own = {
    events: db.all(allEvents),
    repairs: db.all(allRepairs),
    decisions: db.all(allDecisions),
  };
  return standing(db.all(allEnterprises), own, aroundOf(asking));
}

/** The same as it may be told of outside of the office: rated without what secret campaigns led to. */
export function revealedEnterprises(asking: Asking): KnownEnterprise[] {
  const { db } = asking;
  const { enterprises, events, decisions } = revealedCredit(db);
  return standing(enterprises, { events, decisions, repairs: db.all(allRepairs) }, aroundOf(asking));
}

const READ_AT_ONCE = 5_000;

/** Those with these local ids, portion by portion. */
export function* enterprisesWith(asking: Asking, ids: readonly number[]): Generator<KnownEnterprise> {
  const around = aroundOf(asking);
  for (let first = 0; first < ids.length; first += READ_AT_ONCE) {
    const portion = JSON.stringify(ids.slice(first, first + READ_AT_ONCE));
    yield* enterprisesOfRecords(asking, asking.db.all(enterprisesOf, { ids: portion }), around);
  }
}

function enterprisesOfRecords(
  { db }: Asking,
  records: readonly EnterpriseRecord[],
  around: Around,
): KnownEnterprise[] {
  const decisions = db.all(decisionsOfEnterprises, { ids: idsOf(records) });
  const events = db.all(eventsOfEnterprises, { ids: idsOf(records) });
  const repairs = db.all(repairsOfDecisions, { ids: idsOf(decisions) });
  return standing(records, { events, decisions, repairs }, around);
}

function idsOf(records: readonly { id: number }[]): string {
  return JSON.stringify(records.map(({ id }) => id));
}

interface Around {
  judge: Judge;
  places: Places;
}

function aroundOf(asking: Asking): Around {
  return { judge: judgeOf(asking), places: new Places(asking.db, asking.today) };
}

function standing(
  records: readonly EnterpriseRecord[],
  of: {
    events: readonly EventRecord[];
    decisions: readonly DecisionRecord[];
    repairs: readonly RepairRecord[];
  },
  around: Around,
): KnownEnterprise[] {
  const events = Map.groupBy(of.events, (event) => event.enterprise_id);
  const repairs = Map.groupBy(of.repairs, (repair) => repair.decision_id);
  const decisions = Map.groupBy(of.decisions, (decision) => decision.enterprise_id);
  return records.map((record) => {
    const own = {
      events: events.get(record.id) ?? [],
      decisions: (decisions.get(record.id) ?? []).map((decision) =>
        toDecision(decision, repairs.get(decision.id) ?? [], around.judge),
      ),
    };
    return { record, row: rowOf(record, own, around), ...own };
  });
}

export function enterpriseDetail(record: EnterpriseRecord, asking: Asking): EnterpriseDetail {
  const { db } = asking;
  const around = aroundOf(asking);
  const { judge, places } = around;
  const events = db.all(eventsOfEnterprise, { enterpriseId: record.id });
  const records = db.all(decisionsOfEnterprise, { enterpriseId: record.id });
  const decisions = records.map((decision) =>
    toDecision(decision, db.all(repairsOfDecision, { decisionId: decision.id }), judge),
  );
  const row = rowOf(record, { events, decisions }, around);
  const recordOf = new Map(records.map((decision) => [decision.id, decision]));
  return {
    ...row,
    organizationUid: places.byId(record.organization_id ?? 0)?.uid ?? null,
    siteUid: record.site_uid,
    siteName: record.site_name ?? '',
    legalPerson: record.legal_person,
    phone: record.phone,
    address: record.address,
    note: record.note,
    events: events.toReversed().map((event) => toEvent(event, recordOf.get(event.decision_id ?? 0))),
    decisions: decisions.toReversed(),
    measures: db
      .all(allMeasures)
      .filter(({ level }) => level === row.rating.level)
      .map(({ text, source }) => ({ text, source })),
  };
}

function rowOf(
  record: EnterpriseRecord,
  { events, decisions }: Pick<KnownEnterprise, 'events' | 'decisions'>,
  { judge, places }: Around,
): EnterpriseRow {
  const { settings, today } = judge;
  const rating = ratingOn(events.map(ratedEvent), decisions, settings, today);
  const stages = decisions.map(({ stage }) => stage);
  return {
    uid: record.uid,
    name: record.name,
    code: record.code ?? '',
    countyUid: countyUidOf(record.organization_id, places),
    ...places.namesOn(record.organization_id ?? 0, today),
    state: creditState({ rating, stages, hasOpenRepair: decisions.some(hasOpenRepair) }),
    rating,
    remark: creditRemark(decisions, settings, today),
    eventCount: events.length,
    lastEventOn: events.at(-1)?.day ?? null,
  };
}

/** Null: it is in none. */
export function countyUidOf(organizationId: number | null, places: Places): string | null {
  const place = places.byId(organizationId ?? 0);
  const county = place?.level === 'township' ? places.parentOf(place) : place;
  return county?.uid ?? null;
}

function toEvent(record: EventRecord, decision: DecisionRecord | undefined): CreditEvent {
  const { uid, effect, points, day, text, number } = record;
  const { finding_uid: findingUid, listed_uid: listedUid } = record;
  return {
    uid,
    kindUid: record.kind_uid,
    kindName: record.kind_name,
    effect,
    points,
    day,
    text,
    number,
    decisionUid: decision?.uid ?? null,
    isFixed: decision !== undefined && isInForce(decision),
    finding: findingUid === null ? null : { uid: findingUid, what: record.finding_what ?? '' },
    listed: listedUid === null ? null : { uid: listedUid, name: record.listed_name ?? '' },
  };
}

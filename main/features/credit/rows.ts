import type {
  CreditDecision,
  CreditEvent,
  CreditFilter,
  EnterpriseDetail,
  EnterpriseList,
  EnterpriseRow,
} from '#shared/contract/credit.ts';
import { ratingOn } from '#shared/rules/credit/rating.ts';
import { creditRemark } from '#shared/rules/credit/remark.ts';
import { creditState, creditViews, isInCreditView } from '#shared/rules/credit/state.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
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
  type DecisionRecord,
  type EnterpriseRecord,
  type EventRecord,
  eventsOfEnterprise,
  repairsOfDecision,
} from './queries.ts';

/** An enterprise with what its rating follows from. */
export interface KnownEnterprise {
  record: EnterpriseRecord;
  row: EnterpriseRow;
  events: readonly EventRecord[];
  decisions: readonly CreditDecision[];
}

/** Every enterprise as it stands on the day that is asked for, in the order of entering. */
export function knownEnterprises(asking: Asking): KnownEnterprise[] {
  const { db, today } = asking;
  const judge = judgeOf(asking);
  const places = new Places(db, today);
  const events = Map.groupBy(db.all(allEvents), (event) => event.enterprise_id);
  const repairs = Map.groupBy(db.all(allRepairs), (repair) => repair.decision_id);
  const decisions = Map.groupBy(db.all(allDecisions), (decision) => decision.enterprise_id);
  return db.all(allEnterprises).map((record) => {
    const own = {
      events: events.get(record.id) ?? [],
      decisions: (decisions.get(record.id) ?? []).map((decision) =>
        toDecision(decision, repairs.get(decision.id) ?? [], judge),
      ),
    };
    return { record, row: rowOf(record, own, { judge, places }), ...own };
  });
}

export function listEnterprises({ view, countyUid, text }: CreditFilter, asking: Asking): EnterpriseList {
  const meant = knownEnterprises(asking).filter(
    ({ row }) => (countyUid === null || row.countyUid === countyUid) && isMeant(row, text),
  );
  const inView = (wanted: CreditFilter['view']) =>
    meant.filter(({ row, decisions }) => isInCreditView(row, decisions.some(hasOpenRepair), wanted));
  return {
    rows: inView(view).map(({ row }) => row),
    views: Object.fromEntries(
      creditViews.map((each) => [each, inView(each).length]),
    ) as EnterpriseList['views'],
  };
}

function isMeant({ name, code, countyName, townshipName }: EnterpriseRow, text: string): boolean {
  return isSaid(text, name, [name, code, countyName, townshipName]);
}

export function enterpriseDetail(record: EnterpriseRecord, asking: Asking): EnterpriseDetail {
  const { db, today } = asking;
  const judge = judgeOf(asking);
  const places = new Places(db, today);
  const events = db.all(eventsOfEnterprise, { enterpriseId: record.id });
  const records = db.all(decisionsOfEnterprise, { enterpriseId: record.id });
  const decisions = records.map((decision) =>
    toDecision(decision, db.all(repairsOfDecision, { decisionId: decision.id }), judge),
  );
  const row = rowOf(record, { events, decisions }, { judge, places });
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
  { judge, places }: { judge: Judge; places: Places },
): EnterpriseRow {
  const { settings, today } = judge;
  const rating = ratingOn(events.map(ratedEvent), decisions, settings, today);
  const stages = decisions.map(({ stage }) => stage);
  const place = places.byId(record.organization_id ?? 0);
  const county = place?.level === 'township' ? places.parentOf(place) : place;
  return {
    uid: record.uid,
    name: record.name,
    code: record.code ?? '',
    countyUid: county?.uid ?? null,
    ...places.namesOn(record.organization_id ?? 0, today),
    state: creditState({ rating, stages, hasOpenRepair: decisions.some(hasOpenRepair) }),
    rating,
    remark: creditRemark(decisions, settings, today),
    eventCount: events.length,
    lastEventOn: events.at(-1)?.day ?? null,
  };
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

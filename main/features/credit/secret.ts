import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretFindingUids, secretListedUids } from '#main/features/findings/index.ts';
import {
  allDecisions,
  allEnterprises,
  allEvents,
  type DecisionRecord,
  type EnterpriseRecord,
  type EventRecord,
} from './queries.ts';

/* An event may come from what an unannounced campaign found that is not released: it and what was decided upon it tell of it. */

interface RevealedCredit {
  enterprises: EnterpriseRecord[];
  /** The earliest first. */
  events: EventRecord[];
  decisions: DecisionRecord[];
  /** Enterprises of which something is not told, or that are not told of at all. */
  withheld: number;
}

/** What may be told of outside of the office. An enterprise of which nothing else is known is not named either. */
export function revealedCredit(db: ReadStore): RevealedCredit {
  const all = db.all(allEvents);
  const secret = secretAmong(db, all);
  const decided = decidedUpon(secret);
  const events = all.filter((event) => !secret.has(event));
  const touched = new Set([...secret].map((event) => event.enterprise_id));
  const known = new Set(events.map((event) => event.enterprise_id));
  return {
    enterprises: db.all(allEnterprises).filter(({ id }) => !touched.has(id) || known.has(id)),
    events,
    decisions: db.all(allDecisions).filter(({ id }) => !decided.has(id)),
    withheld: touched.size,
  };
}

export function secretDecisionUids(db: ReadStore): string[] {
  return decisionUids(db, secretAmong(db, db.all(allEvents)));
}

function decisionUids(db: ReadStore, secret: ReadonlySet<EventRecord>): string[] {
  const decided = decidedUpon(secret);
  return db.all(allDecisions).flatMap(({ id, uid }) => (decided.has(id) ? [uid] : []));
}

/** Events, decisions, and the enterprises that they are rated by. */
export function secretCreditUids(db: ReadStore): string[] {
  const secret = secretAmong(db, db.all(allEvents));
  const touched = new Set([...secret].map((event) => event.enterprise_id));
  return [
    ...[...secret].map(({ uid }) => uid),
    ...decisionUids(db, secret),
    ...db.all(allEnterprises).flatMap(({ id, uid }) => (touched.has(id) ? [uid] : [])),
  ];
}

function secretAmong(db: ReadStore, events: readonly EventRecord[]): Set<EventRecord> {
  const found = new Set(secretFindingUids(db));
  const listed = new Set(secretListedUids(db));
  return new Set(
    events.filter((event) => found.has(event.finding_uid ?? '') || listed.has(event.listed_uid ?? '')),
  );
}

/** Local ids. */
function decidedUpon(events: ReadonlySet<EventRecord>): Set<number | null> {
  return new Set([...events].map((event) => event.decision_id));
}

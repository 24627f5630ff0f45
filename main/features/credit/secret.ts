import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretFindingUids, secretListedUids } from '#main/features/findings/index.ts';
import { allDecisions, allEvents, type DecisionRecord, type EventRecord } from './queries.ts';

/* An event may come from what an unannounced campaign found that is not released: it and what was decided upon it tell of it. */

/** All events, the earliest first, and all decisions that may be told of outside of the office. */
export function revealedCredit(db: ReadStore): { events: EventRecord[]; decisions: DecisionRecord[] } {
  const events = db.all(allEvents);
  const secret = secretAmong(db, events);
  const decided = decidedUpon(secret);
  return {
    events: events.filter((event) => !secret.has(event)),
    decisions: db.all(allDecisions).filter(({ id }) => !decided.has(id)),
  };
}

export function secretDecisionUids(db: ReadStore): string[] {
  const decided = decidedUpon(secretAmong(db, db.all(allEvents)));
  return db.all(allDecisions).flatMap(({ id, uid }) => (decided.has(id) ? [uid] : []));
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

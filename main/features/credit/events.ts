import { v7 } from 'uuid';
import type { credit as contract, CreditOrigin } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { enterpriseOf } from './enterprises.ts';
import { originIds, proposedEvent } from './origins.ts';
import { allKinds, type KindRecord } from './own-list-queries.ts';
import { isInForce } from './facts.ts';
import { decisionById, eventByUid, type EventRecord } from './queries.ts';

type Names = 'propose' | 'addEvent' | 'updateEvent' | 'removeEvent';
type EventFields = { kindUid: string; day: string; text: string; number: string };

export const eventHandlers: Pick<Handlers<typeof contract>, Names> = {
  propose: (origin, context) => proposedEvent(context, origin),

  addEvent({ subject, origin, ...fields }, context) {
    const { db, today, summarize } = context;
    const kind = requireKind(db, fields, today);
    const enterprise = enterpriseOf(context, subject);
    const ids = idsOf(db, origin);
    const uid = v7();
    db.insert('credit_event', { uid, enterprise_id: enterprise.id, ...columnsOf(kind, fields), ...ids });
    summarize(`${enterprise.name}：${kind.name}`);
    return { uid, enterpriseUid: enterprise.uid };
  },

  updateEvent({ uid, base, set }, { db, today, summarize }) {
    const record = requireOpenEvent(db, uid);
    const { kind_uid: kindUid, day, text, number } = record;
    const stored: EventFields = { kindUid, day, text, number };
    const wanted = { ...stored, ...decidePatch<EventFields>(stored, base, set) };
    const kind = requireKind(db, wanted, today);
    db.update('credit_event', record.id, columnsOf(kind, wanted));
    summarize(kind.name);
    return { uid };
  },

  removeEvent({ uid }, { db, summarize }) {
    const record = requireOpenEvent(db, uid);
    db.remove('credit_event', record.id);
    summarize(`${record.day} ${record.kind_name}`);
    return { uid };
  },
};

/** The kind of an event of a day. @throws AppError notFound, badInput where the kind is not in use on the day */
function requireKind(
  db: ReadStore,
  { kindUid, day }: Pick<EventFields, 'kindUid' | 'day'>,
  today: string,
): KindRecord {
  const kind = db.all(allKinds).find(({ uid }) => uid === kindUid);
  if (kind === undefined) throw new AppError('notFound', { what: '这种信用事项' });
  if (day > today) throw new AppError('badInput', { detail: `${day} 还没有到，请核对日期`, field: 'day' });
  const problem = validityProblem(kind, day);
  if (problem !== null) throw new AppError('badInput', { detail: problem, field: 'kindUid' });
  return kind;
}

/** Why a kind does not stand for events of a day; null: it does. */
export function validityProblem(
  { name, valid_from: from, valid_to: to, source }: KindRecord,
  day: string,
): string | null {
  if (day >= from && (to === null || day <= to)) return null;
  const span = to === null ? `${from} 起使用` : `${from} 至 ${to} 使用`;
  return `“${name}”${span}，不适用于 ${day} 的事项（依据：${source}）`;
}

function idsOf(db: ReadStore, origin: CreditOrigin | null) {
  return origin === null ? {} : originIds(db, origin);
}

function columnsOf({ id }: KindRecord, { day, text, number }: EventFields) {
  return { kind_id: id, day, text, number };
}

/** What a decision is on its way or stands upon stays as it is. */
function requireOpenEvent(db: ReadStore, uid: string): EventRecord {
  const record = db.get(eventByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这项信用事项' });
  const decision = db.get(decisionById, { id: record.decision_id ?? 0 });
  if (decision !== undefined && isInForce(decision))
    throw new AppError('refused', {
      reason:
        '这项信用事项已据以拟认定，不能改动；确实录错的，请先删除拟认定、登记不予认定，已经认定的先撤销认定。',
    });
  return record;
}

import { v7 } from 'uuid';
import type { credit as contract } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import {
  decisionProblem,
  objectionEnd,
  publicityEnd,
  publicityProblem,
} from '#shared/rules/credit/course.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { refuseBefore } from '#main/core/refuse-before.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireEnterprise } from './enterprises.ts';
import { factsOf, judgeOf } from './facts.ts';
import {
  decisionByUid,
  type DecisionRecord,
  enterpriseById,
  eventByUid,
  eventsOfDecision,
} from './queries.ts';

type Names =
  | 'beginDecision'
  | 'removeDecision'
  | 'giveNotice'
  | 'deliver'
  | 'waive'
  | 'object'
  | 'answer'
  | 'drop'
  | 'decide'
  | 'revoke';

/** From 拟认定 to the decision, which ends by itself on its day. Days come one after another and are not to come. */
export const courseHandlers: Pick<Handlers<typeof contract>, Names> = {
  beginDecision({ enterpriseUid, level, day, reason, eventUids }, { db, today, summarize }) {
    refuseFuture(day, today);
    const enterprise = requireEnterprise(db, enterpriseUid);
    const events = eventUids.map((uid) => requireFreeEvent(db, uid, enterprise.id));
    const latest =
      events
        .map((event) => event.day)
        .toSorted()
        .at(-1) ?? day;
    refuseBefore('day', day, latest, ['拟认定日期', '失信事项']);
    const uid = v7();
    const id = db.insert('credit_decision', {
      uid,
      enterprise_id: enterprise.id,
      level,
      reason,
      proposed_on: day,
    });
    for (const event of events) db.update('credit_event', event.id, { decision_id: id });
    summarize(`${enterprise.name}：拟认定${creditLevelNames[level]}`);
    return { uid };
  },

  removeDecision({ uid }, { db, summarize }) {
    const record = requireOpen(db, uid);
    if (record.noticed_on !== null)
      throw new AppError('refused', { reason: '已经事先告知企业，不能删除；不再认定的，请登记“不予认定”。' });
    for (const { id } of db.all(eventsOfDecision, { decisionId: record.id }))
      db.update('credit_event', id, { decision_id: null });
    db.remove('credit_decision', record.id);
    summarize(said(db, record, ''));
    return { uid };
  },

  giveNotice({ uid, day, number }, { db, today, summarize }) {
    const record = requireOpen(db, uid);
    refuseFuture(day, today);
    refuseBefore('day', day, record.proposed_on, ['告知日期', '拟认定日期']);
    if (record.delivered_on !== null)
      throw new AppError('refused', { reason: '告知书已经送达，不能再改告知日期。' });
    db.update('credit_decision', record.id, { noticed_on: day, notice_number: number });
    summarize(said(db, record, `${day} 告知`));
    return { uid };
  },

  deliver({ uid, day, way }, { db, today, summarize }) {
    const record = requireOpen(db, uid);
    if (record.noticed_on === null)
      throw new AppError('refused', { reason: '还没有登记事先告知，请先登记告知。' });
    if (record.objected_on !== null || record.waived_on !== null)
      throw new AppError('refused', { reason: '企业已经答复告知书，不能再改送达日期。' });
    refuseFuture(day, today);
    refuseBefore('day', day, record.noticed_on, ['送达日期', '告知日期']);
    db.update('credit_decision', record.id, { delivered_on: day, delivery_way: way });
    summarize(said(db, record, `${day} ${way}`));
    return { uid };
  },

  waive({ uid, day }, { db, today, summarize }) {
    const record = requireDelivered(db, uid);
    if (record.objected_on !== null)
      throw new AppError('refused', { reason: '企业已经提出陈述申辩，不能登记放弃；请登记答复。' });
    refuseFuture(day, today);
    refuseBefore('day', day, record.delivered_on, ['放弃日期', '送达日期']);
    db.update('credit_decision', record.id, { waived_on: day });
    summarize(said(db, record, `${day} 书面放弃陈述申辩`));
    return { uid };
  },

  object({ uid, day, text }, context) {
    const { db, today, summarize } = context;
    const record = requireDelivered(db, uid);
    if (record.waived_on !== null)
      throw new AppError('refused', {
        reason: `企业已于 ${record.waived_on} 书面放弃陈述申辩；登记错了的，请先撤销那一步。`,
      });
    refuseFuture(day, today);
    refuseBefore('day', day, record.delivered_on, ['陈述申辩日期', '送达日期']);
    const { settings, workdays } = judgeOf(context);
    const due = objectionEnd({ deliveredOn: record.delivered_on }, settings, workdays);
    if (due?.certain === true && day > due.day)
      throw new AppError('badInput', {
        detail: `陈述申辩期到 ${due.day} 为止（依据：${settings.objection.source}），逾期视为放弃`,
        field: 'day',
      });
    db.update('credit_decision', record.id, {
      objected_on: day,
      objection: withEarlier(text, earlierText(record.objected_on, '提出', record.objection)),
      answered_on: null,
      answer: earlierText(record.answered_on, '答复', record.answer),
    });
    summarize(said(db, record, text));
    return { uid };
  },

  answer({ uid, day, text }, { db, today, summarize }) {
    const record = requireOpen(db, uid);
    if (record.objected_on === null)
      throw new AppError('refused', { reason: '企业没有提出陈述申辩，不用答复。' });
    refuseFuture(day, today);
    refuseBefore('day', day, record.objected_on, ['答复日期', '陈述申辩日期']);
    db.update('credit_decision', record.id, {
      answered_on: day,
      answer: withEarlier(text, earlierText(record.answered_on, '答复', record.answer)),
    });
    summarize(said(db, record, text));
    return { uid };
  },

  drop({ uid, day, reason }, { db, today, summarize }) {
    const record = requireOpen(db, uid);
    refuseFuture(day, today);
    refuseBefore('day', day, record.proposed_on, ['不予认定日期', '拟认定日期']);
    db.update('credit_decision', record.id, { dropped_on: day, drop_reason: reason });
    summarize(said(db, record, `不予认定，${reason}`));
    return { uid };
  },

  decide({ uid, day, months, number }, context) {
    const { db, today, summarize } = context;
    const record = requireOpen(db, uid);
    refuseFuture(day, today);
    const { settings, workdays } = judgeOf(context);
    const facts = factsOf(record);
    const early = decisionProblem(facts, day, objectionEnd(facts, settings, workdays), settings);
    if (early !== null) throw new AppError('refused', { reason: early });
    const wrong = publicityProblem(record.level, months, settings);
    if (wrong !== null) throw new AppError('badInput', { detail: wrong, field: 'months' });
    const until = publicityEnd(day, months);
    db.update('credit_decision', record.id, { decided_on: day, number, published_until: until });
    summarize(said(db, record, `${day} 认定，公示至 ${until}`));
    return { uid };
  },

  revoke({ uid, day, reason }, { db, today, summarize }) {
    const record = requireDecision(db, uid);
    if (record.decided_on === null)
      throw new AppError('refused', {
        reason: '还没有作出认定决定，不用撤销；不再认定的，请登记“不予认定”。',
      });
    if (record.revoked_on !== null) throw new AppError('refused', { reason: '这项认定已经撤销。' });
    refuseFuture(day, today);
    refuseBefore('day', day, record.decided_on, ['撤销日期', '认定日期']);
    db.update('credit_decision', record.id, { revoked_on: day, revoke_reason: reason });
    summarize(said(db, record, `撤销，${reason}`));
    return { uid };
  },
};

/** What was said before is kept below what is said now, with its day. */
function withEarlier(text: string, earlier: string): string {
  return earlier === '' ? text : `${text}\n${earlier}`;
}

/** @param day null: the text is an earlier one already */
function earlierText(day: string | null, verb: string, text: string): string {
  return day === null || text === '' ? text : `此前 ${day} ${verb}：${text}`;
}

/** @throws AppError notFound */
export function requireDecision(db: ReadStore, uid: string): DecisionRecord {
  const record = db.get(decisionByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这项失信认定' });
  return record;
}

/** Neither decided nor given up. */
function requireOpen(db: ReadStore, uid: string): DecisionRecord {
  const record = requireDecision(db, uid);
  const { decided_on: decidedOn, dropped_on: droppedOn } = record;
  if (decidedOn === null && droppedOn === null) return record;
  throw new AppError('frozen', {
    what: '这项认定',
    state: decidedOn === null ? '已登记不予认定' : '已经作出决定',
    advice: decidedOn === null ? '有新的失信事项请另行拟认定' : '认定有误的请登记“撤销认定”',
  });
}

function requireDelivered(db: ReadStore, uid: string): DecisionRecord & { delivered_on: string } {
  const record = requireOpen(db, uid);
  const { delivered_on: deliveredOn } = record;
  if (deliveredOn === null) throw new AppError('refused', { reason: '告知书还没有送达，请先登记送达。' });
  return { ...record, delivered_on: deliveredOn };
}

function requireFreeEvent(db: ReadStore, uid: string, enterpriseId: number) {
  const event = db.get(eventByUid, { uid });
  if (event === undefined || event.enterprise_id !== enterpriseId)
    throw new AppError('notFound', { what: '这项信用事项' });
  if (event.effect === 'trusted')
    throw new AppError('refused', { reason: `“${event.kind_name}”是守信事项，不能据以认定失信。` });
  if (event.decision_id !== null)
    throw new AppError('refused', {
      reason: `${event.day} 的“${event.kind_name}”已据以拟认定过，一项只用一次。`,
    });
  return event;
}

export function refuseFuture(day: string, today: string): void {
  if (day > today) throw new AppError('badInput', { detail: `${day} 还没有到，请核对日期`, field: 'day' });
}

/** For the log: whose decision, and what was done. */
export function said(db: ReadStore, { enterprise_id: id, level }: DecisionRecord, what: string): string {
  const name = db.get(enterpriseById, { id })?.name ?? '';
  return `${name}(${creditLevelNames[level]})${what === '' ? '' : `：${what}`}`;
}

import { createHash } from 'node:crypto';
import type { papers as contract } from '#shared/contract/papers.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalText } from '#shared/rules/assessment/canonical-text.ts';
import { issuedPaper, signedPaper } from '#shared/rules/papers/dated-paper.ts';
import { returnTargets } from '#shared/rules/papers/steps.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireSeries } from './kinds.ts';
import { takeNumber } from './numbers.ts';
import { numberOfPaper, type PaperRow, userName } from './queries.ts';
import { problemsOf, requireContent, requirePaper, requireStatus } from './rows.ts';
import { recordStep } from './step-log.ts';
import { tellIssued } from './subject-hooks.ts';
import { listedColumns } from './write-paper.ts';

type Names = 'submit' | 'approve' | 'return' | 'sign' | 'issue' | 'void';
type Steps = Pick<Handlers<typeof contract>, Names>;

/** The way of a paper: 拟稿 → 核稿 → 签发 (takes the number) → 印发 (freezes it); back with a reason; 作废. */
export const paperSteps: Steps = {
  submit({ uid, to, holderUid, opinion }, context) {
    const row = requireStatus(context.db, uid, 'draft');
    recordStep(context, row.id, { kind: 'submit', from: row.status, to, opinion });
    context.db.update('paper', row.id, {
      status: to,
      ...holderOf(context.db, holderUid),
      updated_at: context.now,
    });
    context.summarize(row.title);
    return { uid };
  },

  approve({ uid, holderUid, person, opinion }, context) {
    const row = requireStatus(context.db, uid, 'review');
    recordStep(context, row.id, { kind: 'approve', from: 'review', to: 'signing', person, opinion });
    context.db.update('paper', row.id, {
      status: 'signing',
      ...holderOf(context.db, holderUid),
      updated_at: context.now,
    });
    context.summarize(row.title);
    return { uid };
  },

  return({ uid, to, reason }, context) {
    const row = requireStatus(context.db, uid, 'review', 'signing', 'signed');
    if (!returnTargets(row.status).includes(to)) {
      throw new AppError('refused', { reason: '只能退回到前面的步骤。' });
    }
    recordStep(context, row.id, { kind: 'return', from: row.status, to, opinion: reason });
    // A draft that comes back waits for its author; for anybody where that one has left.
    const author = to === 'draft' && row.drafter_uid !== null ? row.drafter_uid : null;
    const holder = author !== null && context.db.get(userName, { uid: author }) !== undefined ? author : null;
    context.db.update('paper', row.id, {
      status: to,
      ...holderOf(context.db, holder),
      updated_at: context.now,
    });
    context.summarize(`${row.title}：${reason}`);
    return { uid };
  },

  sign(input, context) {
    const row = requireStatus(context.db, input.uid, 'signing');
    const number = signPaper(context, row, input);
    context.summarize(`${number} ${row.title}`);
    return { uid: input.uid, number };
  },

  issue({ uid, day }, context) {
    const row = requireStatus(context.db, uid, 'signed');
    const fingerprint = issuePaper(context, row, day);
    context.summarize(`${row.number_text} ${row.title}`);
    return { uid, fingerprint };
  },

  void({ uid, reason }, context) {
    const { db, now, summarize } = context;
    const row = requirePaper(db, uid);
    if (row.status === 'void') throw new AppError('refused', { reason: '这份公文已经作废了。' });
    recordStep(context, row.id, { kind: 'void', from: row.status, to: 'void', opinion: reason });
    const number = db.get(numberOfPaper, { paperId: row.id });
    if (number !== undefined) db.update('paper_number', number.id, { status: 'void', reason });
    db.update('paper', row.id, { status: 'void', ...holderOf(db, null), updated_at: now });
    summarize(`${row.number_text} ${row.title}：${reason}`.trim());
    return { uid };
  },
};

interface Signing {
  day: string;
  person: string;
  opinion: string;
  expected: string | null;
}

/**
 * 签发: number and day go into the text. A paper that was returned after signing keeps the number that it has.
 * @returns the number. @throws AppError refused, saying what is missing
 */
export function signPaper(context: WriteContext, row: PaperRow, signing: Signing): string {
  const { db, now, caller } = context;
  const { id, paper } = requireContent(db, row.id);
  const problems = problemsOf(db, row, paper);
  if (problems.length > 0) {
    throw new AppError('refused', { reason: `不能签发：${problems.join('；')}。`, problems });
  }
  const series = requireSeries(db, { id: row.series_id });
  const number =
    db.get(numberOfPaper, { paperId: row.id })?.text ??
    takeNumber(context, row.id, series, signing.day, signing.expected).text;
  const signed = signedPaper(paper, number, signing.day);
  db.update('paper_content', id, { content: JSON.stringify(signed) });
  const person = signing.person === '' ? caller.userName : signing.person;
  recordStep(context, row.id, {
    kind: 'sign',
    from: row.status,
    to: 'signed',
    person: signing.person,
    opinion: signing.opinion,
  });
  db.update('paper', row.id, {
    status: 'signed',
    ...listedColumns(signed, number),
    number_text: number,
    signed_on: signing.day,
    signed_by: person,
    ...holderOf(db, null),
    updated_at: now,
  });
  return number;
}

/** 印发: from now on the text stays as it is, whatever later happens to names and templates. @returns the fingerprint */
export function issuePaper(context: WriteContext, row: PaperRow, day: string): string {
  const { db, now } = context;
  if (row.signed_on !== null && day < row.signed_on) {
    throw new AppError('refused', { reason: `印发日期不能早于成文日期 ${row.signed_on}。`, field: 'day' });
  }
  const { id, paper } = requireContent(db, row.id);
  const issued = issuedPaper(paper, day);
  const fingerprint = createHash('sha256').update(canonicalText(issued)).digest('hex');
  db.update('paper_content', id, { content: JSON.stringify(issued) });
  recordStep(context, row.id, { kind: 'issue', from: row.status, to: 'issued' });
  db.update('paper', row.id, { status: 'issued', issued_on: day, fingerprint, updated_at: now });
  tellIssued(context, row, day);
  return fingerprint;
}

/** @throws AppError notFound for somebody who is not there (any more) */
function holderOf(db: ReadStore, uid: string | null): { holder_uid: string | null; holder_name: string } {
  if (uid === null) return { holder_uid: null, holder_name: '' };
  const name = db.get(userName, { uid })?.name;
  if (name === undefined) throw new AppError('notFound', { what: '所选的人' });
  return { holder_uid: uid, holder_name: name };
}

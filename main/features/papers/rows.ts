import type { PaperDetail, PaperSummary } from '#shared/contract/papers.ts';
import { AppError } from '#shared/errors.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { signingProblems } from '#shared/rules/papers/signing-problems.ts';
import { isEditable, paperStatusNames, type PaperStatus } from '#shared/rules/papers/steps.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireKind, requireSeries } from './kinds.ts';
import type { SummaryRow } from './list-queries.ts';
import {
  contentOfPaper,
  cosignersOfPaper,
  numberOfPaper,
  paperByUid,
  type PaperRow,
  stepsOfPaper,
} from './queries.ts';
import { subjectProblems } from './subject-hooks.ts';

/** @throws AppError notFound */
export function requirePaper(db: ReadStore, uid: string): PaperRow {
  const row = db.get(paperByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '该公文' });
  return row;
}

/** @throws AppError frozen where its text stays as it is */
export function requireEditable(db: ReadStore, uid: string): PaperRow {
  const row = requirePaper(db, uid);
  if (isEditable(row.status)) return row;
  const advice = row.status === 'signed' ? '确需修改请先退回' : '确需更改请作废后重新拟稿，或者另发一份更正';
  throw new AppError('frozen', { what: '公文', state: paperStatusNames[row.status], advice });
}

/** @throws AppError refused where the paper is not at one of these steps */
export function requireStatus(db: ReadStore, uid: string, ...statuses: PaperStatus[]): PaperRow {
  const row = requirePaper(db, uid);
  if (statuses.includes(row.status)) return row;
  throw new AppError('refused', {
    reason: `这份公文现在是“${paperStatusNames[row.status]}”，不能做这一步。请看看最新的情况。`,
  });
}

/** Stored by this program, so it has this shape. */
function contentOf(db: ReadStore, paperId: number): { id: number; paper: Paper } | null {
  const row = db.get(contentOfPaper, { paperId });
  return row === undefined ? null : { id: row.id, paper: JSON.parse(row.content) as Paper };
}

/** @throws AppError refused for a paper from before the program */
export function requireContent(db: ReadStore, paperId: number): { id: number; paper: Paper } {
  const content = contentOf(db, paperId);
  if (content === null) throw new AppError('refused', { reason: '这是补录的公文，程序里没有它的正文。' });
  return content;
}

/** Why it cannot be signed. */
export function problemsOf(db: ReadStore, row: PaperRow, paper: Paper): string[] {
  const kind = requireKind(db, { id: row.kind_id });
  const cosigners = db.all(cosignersOfPaper, { paperId: row.id });
  const open = cosigners.filter(({ answer }) => answer === null).map(({ unit }) => unit);
  return [
    ...signingProblems(paper, { needsAddressee: kind.needs_addressee === 1, openCosigners: open }),
    ...subjectProblems(db, row, paper),
  ];
}

export function toSummary(row: SummaryRow): PaperSummary {
  return {
    uid: row.uid,
    kind: row.kind,
    kindName: row.kind_name,
    title: row.title,
    addressee: row.addressee,
    number: row.number_text,
    status: row.status,
    origin: row.origin,
    draftedBy: row.drafted_by,
    holderName: row.holder_name,
    signedOn: row.signed_on,
    issuedOn: row.issued_on,
    voidReason: row.void_reason ?? '',
    updatedAt: row.updated_at,
  };
}

export function detailOf(db: ReadStore, uid: string): PaperDetail {
  const row = requirePaper(db, uid);
  const kind = requireKind(db, { id: row.kind_id });
  const content = contentOf(db, row.id)?.paper ?? null;
  const cosigners = db.all(cosignersOfPaper, { paperId: row.id });
  const summary: SummaryRow = {
    ...row,
    kind: kind.code,
    kind_name: kind.name,
    void_reason: db.get(numberOfPaper, { paperId: row.id })?.reason ?? null,
  };
  return {
    ...toSummary(summary),
    content,
    seriesUid: requireSeries(db, { id: row.series_id }).uid,
    subject:
      row.subject_kind === null || row.subject_uid === null
        ? null
        : { kind: row.subject_kind, uid: row.subject_uid },
    templateKey: row.template_key,
    templateVersion: row.template_version,
    copies: row.copies,
    scope: row.scope,
    holderUid: row.holder_uid,
    signedBy: row.signed_by,
    fingerprint: row.fingerprint,
    steps: db.all(stepsOfPaper, { paperId: row.id }).map((step) => ({
      kind: step.kind,
      fromStatus: step.from_status as PaperStatus | null,
      toStatus: step.to_status as PaperStatus,
      at: step.at,
      userName: step.user_name,
      person: step.person,
      opinion: step.opinion,
    })),
    cosigners: cosigners.map((cosigner) => ({
      uid: cosigner.uid,
      unit: cosigner.unit,
      sentOn: cosigner.sent_on,
      person: cosigner.person,
      answeredOn: cosigner.answered_on,
      answer: cosigner.answer as PaperDetail['cosigners'][number]['answer'],
      opinion: cosigner.opinion,
    })),
    problems: content !== null && isEditable(row.status) ? problemsOf(db, row, content) : [],
  };
}

/** Several papers as they are printed, in the order of their uids. */
export function paperContents(
  db: ReadStore,
  uids: readonly string[],
): { uid: string; number: string; content: Paper }[] {
  return uids.map((uid) => {
    const row = requirePaper(db, uid);
    return { uid, number: row.number_text, content: requireContent(db, row.id).paper };
  });
}

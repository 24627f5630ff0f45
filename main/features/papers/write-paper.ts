import { randomUUID } from 'node:crypto';
import type { PaperSubject } from '#shared/contract/papers.ts';
import { AppError } from '#shared/errors.ts';
import { unsignedPaper } from '#shared/rules/papers/dated-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { removeDraft } from '#main/core/store/drafts.ts';
import type { papers as contract } from '#shared/contract/papers.ts';
import { requireKind, requireSeries } from './kinds.ts';
import { numberOfPaper, type PaperRow } from './queries.ts';
import { requireContent, requireEditable, requirePaper } from './rows.ts';
import { searchText } from './search-text.ts';
import { COPIED_PAPER } from './copied.ts';
import { recordStep } from './step-log.ts';
import { emptyPaper, fillTemplate } from './templates.ts';

export interface NewPaper {
  /** Code of the kind: notice, letter, minutes … */
  kind: string;
  content: Paper;
  subject: PaperSubject | null;
  /** Another series than the kind's own. */
  seriesUid?: string;
  template?: { key: string; version: number };
}

/** Enters a draft. For other features too, inside their own operation. */
export function createPaper(
  context: Pick<WriteContext, 'db' | 'now' | 'caller'>,
  paper: NewPaper,
): { id: number; uid: string } {
  const { db, now, caller } = context;
  const kind = requireKind(db, { code: paper.kind });
  const content = unsignedPaper(paper.content);
  const uid = randomUUID();
  const id = db.insert('paper', {
    uid,
    kind_id: kind.id,
    origin: 'own',
    status: 'draft',
    ...listedColumns(content, ''),
    series_id:
      paper.seriesUid === undefined ? kind.series_id : requireSeries(db, { uid: paper.seriesUid }).id,
    subject_kind: paper.subject?.kind ?? null,
    subject_uid: paper.subject?.uid ?? null,
    template_key: paper.template?.key ?? '',
    template_version: paper.template?.version ?? 0,
    drafted_by: caller.userName,
    drafter_uid: caller.userUid,
    created_at: now,
    updated_at: now,
  });
  db.insert('paper_content', { paper_id: id, content: JSON.stringify(content) });
  recordStep(context, id, { kind: 'create', from: null, to: 'draft' });
  return { id, uid };
}

/** Changes the text of a paper that may still be changed, for a feature that knows better. */
export function editPaper(
  { db, now }: Pick<WriteContext, 'db' | 'now'>,
  uid: string,
  edit: (content: Paper) => Paper,
): void {
  const row = requireEditable(db, uid);
  const { id, paper } = requireContent(db, row.id);
  const edited = edit(paper);
  db.update('paper_content', id, { content: JSON.stringify(edited) });
  db.update('paper', row.id, { ...listedColumns(edited, row.number_text), updated_at: now });
}

/** Columns of the row that repeat what the text says, for lists and search. */
export function listedColumns(paper: Paper, number: string) {
  const title = paper.title.replaceAll(/\s*\n\s*/gu, '').trim();
  const addressee = paper.addressee.replaceAll(/\s*\n\s*/gu, '').trim();
  return { title, addressee, search_text: searchText({ title, number, addressee }) };
}

/** Fields of a paper that are no part of its text. */
type PaperCare = {
  seriesUid: string;
  copies: number;
  scope: string;
};

export const paperWriting: Pick<Handlers<typeof contract>, 'create' | 'copy' | 'save' | 'remove'> = {
  create({ kind: code, templateKey, subject }, context) {
    const { db, summarize } = context;
    const kind = requireKind(db, { code });
    if (kind.active === 0) throw new AppError('refused', { reason: `“${kind.name}”已停用，请换一个文种。` });
    summarize(kind.name);
    if (templateKey === null) {
      const content = emptyPaper(context, code);
      return { uid: createPaper(context, { kind: code, content, subject }).uid };
    }
    const filled = fillTemplate(context, templateKey, {});
    return { uid: createPaper(context, { kind: code, ...filled, subject }).uid };
  },

  copy({ uid }, context) {
    const { db, summarize } = context;
    const row = requirePaper(db, uid);
    const kind = requireKind(db, { id: row.kind_id });
    summarize(row.title);
    return {
      uid: createPaper(context, {
        kind: kind.code,
        content: requireContent(db, row.id).paper,
        subject: { kind: COPIED_PAPER, uid: row.uid },
        seriesUid: requireSeries(db, { id: row.series_id }).uid,
      }).uid,
    };
  },

  save({ uid, base, set }, { db, now, caller, summarize }) {
    removeDraft(db, {
      document: `papers/${uid}`,
      userUid: caller.userUid ?? '',
      windowUid: caller.windowUid,
    });
    const row = requireEditable(db, uid);
    const { id, paper } = requireContent(db, row.id);
    const care = careOf(requireSeries(db, { id: row.series_id }).uid, row);
    const changes = decidePatch<Paper & PaperCare>({ ...paper, ...care }, base, set);
    const { seriesUid, copies, scope, ...text } = changes;
    refuseOtherSeries(db.get(numberOfPaper, { paperId: row.id }) !== undefined, seriesUid);
    // Number and days come by signing and issuing only; what a page sends for them does not count.
    const edited = { ...paper, ...text, head: { ...paper.head, ...text.head, number: paper.head.number } };
    if (Object.keys(text).length > 0) db.update('paper_content', id, { content: JSON.stringify(edited) });
    db.update('paper', row.id, {
      ...listedColumns(edited, row.number_text),
      ...(seriesUid === undefined ? {} : { series_id: requireSeries(db, { uid: seriesUid }).id }),
      ...(copies === undefined ? {} : { copies }),
      ...(scope === undefined ? {} : { scope }),
      updated_at: now,
    });
    summarize(edited.title.replaceAll('\n', ''));
    return { uid };
  },

  remove({ uid }, { db, summarize }) {
    const row = requireEditable(db, uid);
    if (db.get(numberOfPaper, { paperId: row.id }) !== undefined) {
      throw new AppError('refused', { reason: '这份公文已经取了文号，不能删除，请用“作废”。' });
    }
    db.remove('paper', row.id);
    summarize(row.title);
    return { uid };
  },
};

function careOf(seriesUid: string, { copies, scope }: PaperRow): PaperCare {
  return { seriesUid, copies, scope };
}

function refuseOtherSeries(hasNumber: boolean, seriesUid: string | undefined): void {
  if (!hasNumber || seriesUid === undefined) return;
  throw new AppError('refused', { reason: '这份公文已经取了文号，不能再换文号系列。' });
}

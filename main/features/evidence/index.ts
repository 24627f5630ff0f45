import { v7 } from 'uuid';
import { type evidence as contract, EVIDENCE_FILES } from '#shared/contract/evidence.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { cellName, Frames, openOnly, requireGroup } from '#main/features/assessment/index.ts';
import { attachFile, filesOf, type SubjectGuard } from '#main/features/attachments/index.ts';
import { cellIds, evidenceAtCell, evidenceOfGroup, periodOfEvidence, practiceByUid } from './queries.ts';

/** The files of a ledger's rows are attachments of its key. */
const PRACTICE_FILES = 'goodPractices';

/** Evidence (佐证材料) that objects hand in for single items; the files themselves are attachments. */
export const evidence: Handlers<typeof contract> = {
  ofGroup: ({ groupUid }, { db }) =>
    db.all(evidenceOfGroup, { groupUid, kind: EVIDENCE_FILES }).map((row) => ({
      uid: row.uid,
      objectUid: row.object_uid,
      indicatorUid: row.indicator_uid,
      fileCount: row.file_count,
    })),

  attach({ groupUid, objectUid, indicatorUid, ...file }, context) {
    openOnly(requireGroup(context.db, groupUid).period);
    const { object, indicator } = new Frames(context).cell(groupUid, objectUid, indicatorUid);
    const uid = evidenceUid(context, objectUid, indicatorUid);
    const attached = attachFile(
      { subject: { kind: EVIDENCE_FILES, uid }, thumbnail: null, ...file },
      context,
    );
    context.summarize(`${cellName(object, indicator)} ${file.name}`);
    return attached;
  },

  addPractice({ groupUid, objectUid, indicatorUid, practiceUid }, context) {
    const { db } = context;
    openOnly(requireGroup(db, groupUid).period);
    const { object, indicator } = new Frames(context).cell(groupUid, objectUid, indicatorUid);
    const practice = db.get(practiceByUid, { uid: practiceUid });
    if (practice === undefined) throw new AppError('notFound', { what: '这篇经验做法' });
    const { title } = practice;
    const files = filesOf(db, { kind: PRACTICE_FILES, uid: practiceUid });
    if (files.length === 0)
      throw new AppError('refused', { reason: `“${title}”还没有材料，请先在“经验做法”里添加。` });
    const uid = evidenceUid(context, objectUid, indicatorUid);
    for (const { name, bytes, sha256, thumbnail } of files)
      attachFile({ subject: { kind: EVIDENCE_FILES, uid }, name, bytes, sha256, thumbnail }, context);
    context.summarize(`${cellName(object, indicator)} ${title}`);
    return { title, fileCount: files.length };
  },
};

/** Evidence of a final period stays as it is. */
export const evidenceKept: SubjectGuard = ({ kind, uid }, db) => {
  if (kind !== EVIDENCE_FILES) return;
  const period = db.get(periodOfEvidence, { uid });
  if (period === undefined) throw new AppError('notFound', { what: '这项佐证材料' });
  if (period.status === 'final') throw new AppError('frozen', { what: `“${period.title}”` });
};

/** Of the cell's evidence, which begins with its first file. */
function evidenceUid({ db }: WriteContext, objectUid: string, indicatorUid: string): string {
  const ids = db.get(cellIds, { objectUid, indicatorUid });
  if (ids === undefined) throw new AppError('notFound', { what: '考核指标' });
  const known = db.get(evidenceAtCell, { objectId: ids.object_id, indicatorId: ids.indicator_id });
  if (known !== undefined) return known.uid;
  const uid = v7();
  db.insert('evidence', { uid, ...ids });
  return uid;
}

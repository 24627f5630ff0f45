import { v7 } from 'uuid';
import { type evidence as contract, EVIDENCE_FILES } from '#shared/contract/evidence.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { cellName, Frames, openOnly, requireGroup } from '#main/features/assessment/index.ts';
import { attachFile, type SubjectGuard } from '#main/features/attachments/index.ts';
import { cellIds, evidenceAtCell, evidenceOfGroup, periodOfEvidence } from './queries.ts';

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

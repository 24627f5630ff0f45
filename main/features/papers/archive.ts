import type { PaperSummary } from '#shared/contract/papers.ts';
import {
  type ArchivePart,
  type ArchiveScope,
  type ArchiveTarget,
  NOT_RELEASED,
} from '#main/core/archive/archive-part.ts';
import { archiveFilesOf, hasFiles } from '#main/features/attachments/index.ts';
import { subjectTitle } from './list-queries.ts';
import { type PrintedPaper, printOneByOne, writePrintedDocx, writePrintedPdf } from './print/one-by-one.ts';
import { exportPaperRegister } from './register-export.ts';
import { registeredPapers } from './registered.ts';
import { requireContent, requirePaper } from './rows.ts';
import { secretPaperUids } from './secret.ts';

/** Papers that were issued in the year, as PDF and editable, by kind; and the register of its numbers. */
export const paperArchive: ArchivePart = {
  key: 'papers',
  name: '发文',
  unit: '份公文',

  survey(scope) {
    const papers = registered(scope);
    const waiting = papers.filter(({ status }) => status === 'signed').length;
    return {
      count: papers.filter(({ status }) => status === 'issued').length,
      unfinished: waiting === 0 ? [] : [`有 ${waiting} 份公文已签发，还没有印发。`],
    };
  },

  async write(scope, target) {
    if (secretPaperUids(scope.db).size > 0) target.leaveOut('暗访发现的问题的公文', NOT_RELEASED);
    await target.add({ name: '发文登记簿', kind: '登记簿', title: `${scope.year}年发文登记簿` }, (job) =>
      exportPaperRegister({ kind: null, year: scope.year, text: '' }, job),
    );
    const papers = registered(scope).toReversed();
    const contentOf = ({ uid }: PaperSummary) =>
      requireContent(scope.db, requirePaper(scope.db, uid).id).paper;
    for await (const [paper, printed] of printOneByOne(papers.filter(hasText), contentOf, target.job))
      await archiveText(paper, printed, scope, target);
    for (const paper of papers) {
      if (!hasText(paper)) leaveOutText(paper, scope, target);
      const { uid, kindName } = paper;
      const files = { below: [kindName, nameOf(paper)], kind: '公文附件', belongsTo: nameOf(paper) };
      await archiveFilesOf(scope.db, { kind: 'paper', uid }, target, files);
    }
  },
};

/** Whether it was issued with a text of this program. */
function hasText({ status, origin }: PaperSummary): boolean {
  return status === 'issued' && origin === 'own';
}

function nameOf({ number, title }: PaperSummary): string {
  return `${number} ${title}`;
}

async function archiveText(
  paper: PaperSummary,
  printed: PrintedPaper,
  { db }: ArchiveScope,
  target: ArchiveTarget,
): Promise<void> {
  const { uid, number, title, issuedOn, kindName } = paper;
  const belongsTo = db.get(subjectTitle, { uid: requirePaper(db, uid).subject_uid ?? '' })?.title ?? '';
  const item = { kind: kindName, title, documentNumber: number, day: issuedOn, belongsTo };
  const place = { below: [kindName], name: nameOf(paper), ...item };
  await target.add({ ...place, title: `${title}（PDF）` }, (job) => writePrintedPdf(printed, job));
  await target.add(place, (job) => writePrintedDocx(printed, job));
}

function leaveOutText(paper: PaperSummary, { db }: ArchiveScope, target: ArchiveTarget): void {
  const name = nameOf(paper);
  if (paper.status === 'void') target.leaveOut(name, `已作废：${paper.voidReason}`);
  else if (paper.status !== 'issued') target.leaveOut(name, '已签发，还没有印发。');
  else if (!hasFiles(db, { kind: 'paper', uid: paper.uid }))
    target.leaveOut(name, '补录的公文，程序里没有正文，也没有扫描件。');
}

/** What took a number in the year, the last day first; without what tells of secret campaigns. */
function registered({ db, year }: ArchiveScope): PaperSummary[] {
  const hidden = secretPaperUids(db);
  return [...registeredPapers(db, { kind: null, year, text: '' })].filter(({ uid }) => !hidden.has(uid));
}

import type { PaperSummary } from '#shared/contract/papers.ts';
import type { ArchivePart, ArchiveScope, ArchiveTarget } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf, hasFiles } from '#main/features/attachments/index.ts';
import { subjectTitle } from './list-queries.ts';
import { listPapers } from './list.ts';
import { writePaperFiles } from './print/jobs.ts';
import { exportPaperRegister } from './register-export.ts';
import { requirePaper } from './rows.ts';

const KIND = '公文';
const PAGE = 500;

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
    await target.add({ name: '发文登记簿', kind: '登记簿', title: `${scope.year}年发文登记簿` }, (job) =>
      exportPaperRegister({ kind: null, year: scope.year, text: '' }, job),
    );
    for (const paper of registered(scope).toReversed()) await archivePaper(paper, scope, target);
  },
};

async function archivePaper(paper: PaperSummary, { db }: ArchiveScope, target: ArchiveTarget): Promise<void> {
  const { uid, number, title, status, issuedOn, kindName } = paper;
  const name = `${number} ${title}`;
  const files = { kind: 'paper', uid };
  if (status === 'void') return target.leaveOut(name, `已作废：${paper.voidReason}`);
  if (status !== 'issued') return target.leaveOut(name, '已签发，还没有印发。');
  if (paper.origin === 'own') {
    const { subject_uid: subjectUid } = requirePaper(db, uid);
    const belongsTo = subjectUid === null ? '' : (db.get(subjectTitle, { uid: subjectUid })?.title ?? '');
    const item = { kind: kindName, title, documentNumber: number, day: issuedOn, belongsTo };
    await target.add({ below: [kindName], name, ...item }, async (job) => {
      const { docx, pdf, pages, noPdf } = await writePaperFiles({ uid }, job);
      if (pdf === null) target.leaveOut(`${name}（PDF）`, noPdf);
      return [...(pdf === null ? [] : [{ path: pdf, pages }]), { path: docx, pages }];
    });
  } else if (!hasFiles(db, files)) {
    target.leaveOut(name, '补录的公文，程序里没有正文，也没有扫描件。');
  }
  await archiveFilesOf(db, files, target, { below: [kindName, name], kind: `${KIND}附件`, belongsTo: name });
}

/** Everything that took a number in the year, the last day first. */
function registered({ db, year }: ArchiveScope): PaperSummary[] {
  const rows: PaperSummary[] = [];
  let after: string | null = null;
  do {
    const asked = { view: 'register', kind: null, year, text: '', after, limit: PAGE } as const;
    const page: ReturnType<typeof listPapers> = listPapers(db, asked, null);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

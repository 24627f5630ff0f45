import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { WhichPublication } from '#shared/contract/random-results.ts';
import { AppError } from '#shared/errors.ts';
import { columnSets } from '#shared/rules/random-inspection/publication.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { countTable } from '#main/core/jobs/tally.ts';
import { type FormInput, type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { certificateFile, certificatePaper } from './certificate.ts';
import { drawDetail, drawnOf, poolIn, requireDraw } from './draws.ts';
import { listPlans } from './plans.ts';
import { publicationPaper, publicationTitle, publishedLines } from './publication-lines.ts';

/** What every export is told beside what it writes. */
interface Started {
  officeName: string;
  today: string;
}
export type ByUid = Started & { uid: string };
export type OfMonth = Started & WhichPublication;

interface Named {
  path: string;
  name: string;
}

/** 抽取证书 on paper. */
export function writeCertificate({ uid, format }: FormInput, job: JobContext): Promise<PrintedPapers> {
  const draw = drawDetail(job.db, requireDraw(job.db, uid));
  return writeForm(certificatePaper(job.db, draw), `抽取证书 ${draw.number}`, format, job);
}

/**
 * The file that `verify-draw` reads.
 * @throws AppError refused while nothing was drawn
 */
export async function exportCertificate({ uid, officeName }: ByUid, job: JobContext): Promise<Named> {
  const record = requireDraw(job.db, uid);
  const draw = drawDetail(job.db, record);
  if (draw.seed === '') throw new AppError('refused', { reason: '还没有抽取，没有证书文件。' });
  job.progress(null, '写入证书文件');
  const pool = poolIn(job.db, record);
  const drawn = drawnOf(job.db, record);
  const certificate = certificateFile(draw, { office: officeName, pool, drawn });
  const path = join(job.temporaryFolder, 'certificate.json');
  writeFileSync(path, `${JSON.stringify(certificate, null, 1)}\n`);
  countTable(drawn.length);
  return { path, name: `抽取证书 ${draw.number}` };
}

const drawnColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['类别', 20, 'left'],
  ['检查对象', 34, 'left'],
  ['所在地', 22, 'left'],
  ['检查人员', 22, 'left'],
  ['执法证号', 32, 'left'],
];
const leftOutColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['种类', 10, 'center'],
  ['名称', 34, 'left'],
  ['没有参加抽取的原因', 50, 'left'],
];

/** Who was drawn, and who was left out with the reason. */
export async function exportDrawn({ uid, officeName }: ByUid, job: JobContext): Promise<Named> {
  const draw = drawDetail(job.db, requireDraw(job.db, uid));
  const caption = { left: officeName, right: `第 ${draw.number} 号，${draw.day}` };
  const drawn = listPaper({
    name: '抽取结果',
    columns: drawnColumns,
    title: '双随机抽查抽取结果',
    caption,
    rows: draw.targets.map(({ className, name, place, inspectors }, at) =>
      paperRow([
        at + 1,
        className,
        name,
        place,
        inspectors.map((each) => each.name).join('、'),
        inspectors.map((each) => each.certificate).join('、'),
      ]),
    ),
    frozenColumns: 3,
  });
  const leftOut = listPaper({
    name: '没有参加抽取的',
    columns: leftOutColumns,
    title: '没有参加抽取的对象和人员',
    caption,
    rows: draw.leftOut.map(({ kind, name, reason }, at) =>
      paperRow([at + 1, kind === 'object' ? '检查对象' : '检查人员', name, reason]),
    ),
    frozenColumns: 3,
  });
  return written([drawn, leftOut], `抽取结果 ${draw.number}`, job);
}

/** The numbers of a year by class and month. */
export async function exportPlan({ uid, officeName, today }: ByUid, job: JobContext): Promise<Named> {
  const plan = listPlans(job.db, today).find((each) => each.uid === uid);
  if (plan === undefined) throw new AppError('notFound', { what: '这个抽查计划' });
  const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
  const sheet = listPaper({
    name: '年度抽查计划',
    columns: [
      ['序号', 6, 'center'],
      ['抽查类别', 24, 'left'],
      ['抽查比例及频次', 18, 'left'],
      ['对象数', 8, 'right'],
      ...months.map((month): ListColumn => [month, 7, 'right']),
      ['合计', 8, 'right'],
    ],
    title: plan.title,
    caption: { left: officeName, right: `单位：家，截至 ${today}` },
    rows: plan.lines.map(({ className, frequencyText, sizeNow, numbers }, at) =>
      paperRow([
        at + 1,
        className,
        frequencyText,
        sizeNow,
        ...numbers.map((number, month) => (month + 1 < plan.firstMonth ? '' : number)),
        numbers.reduce((sum, number) => sum + number, 0),
      ]),
    ),
    frozenColumns: 2,
  });
  return written([sheet], plan.title, job);
}

/** Both sets of columns, a sheet for each. */
export async function exportPublication(
  { officeName, today, ...which }: OfMonth,
  job: JobContext,
): Promise<Named> {
  const lines = publishedLines(job.db, which, today);
  const sheets = columnSets(which.kind === 'results').map(({ name, columns }) =>
    listPaper({
      name,
      columns: columns.map(([heading, width]) => [heading, width, heading === '序号' ? 'center' : 'left']),
      title: publicationTitle(which),
      caption: { left: officeName, right: `${lines.length} 项` },
      rows: lines.map((line, at) => paperRow(columns.map(([, , value]) => value(line, at + 1)))),
      frozenColumns: 1,
    }),
  );
  return written(sheets, publicationTitle(which), job);
}

export function writePublication(
  { format, officeName: _office, today, ...which }: OfMonth & { format: FormFormat },
  job: JobContext,
): Promise<PrintedPapers> {
  return writeForm(publicationPaper(job.db, which, today), publicationTitle(which), format, job);
}

async function written(sheets: PaperSheet[], name: string, job: JobContext): Promise<Named> {
  job.progress(null, '写入工作簿');
  const path = join(job.temporaryFolder, 'random.xlsx');
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path, name };
}

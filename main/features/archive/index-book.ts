import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import { SUMS_NAME } from '#shared/rules/archive/sums.ts';
import type { ArchivedFile, LeftOut } from './archive-folder.ts';

export interface ArchiveContent {
  title: string;
  officeName: string;
  /** Instant, UTC milliseconds. */
  madeAt: number;
  madeBy: string;
  /** What was not finished when it was made. */
  warnings: readonly string[];
  files: readonly ArchivedFile[];
  leftOut: readonly LeftOut[];
}

const KIBIBYTE = 1_024;

/** 目录 of an archive, with what was left out and what has to be known about it. */
export async function writeIndex(path: string, content: ArchiveContent, check: () => void): Promise<void> {
  await writePaperWorkbook(
    path,
    [filesSheet(content), leftOutSheet(content), aboutSheet(content)],
    [],
    check,
  );
}

function filesSheet({ title, officeName, madeAt, files, warnings }: ArchiveContent): PaperSheet {
  const sheet = listPaper({
    name: '目录',
    columns: [
      ['序号', 7, 'center'],
      ['部分', 12, 'center'],
      ['类别', 14, 'center'],
      ['题名', 40, 'left'],
      ['文号', 22, 'left'],
      ['日期', 12, 'center'],
      ['属于', 26, 'left'],
      ['文件', 50, 'left'],
      ['页数', 7, 'right'],
      ['大小(KB)', 10, 'right'],
      ['校验值(SHA-256)', 68, 'left'],
    ],
    title: `${title}目录`,
    caption: { left: officeName, right: `归档时间：${formatInstant(madeAt)}` },
    rows: files.map(({ part, item, path, pages, bytes, sha256 }, place) =>
      paperRow([
        place + 1,
        part,
        item.kind,
        item.title,
        item.documentNumber ?? '',
        item.day ?? '',
        item.belongsTo ?? '',
        path,
        pages,
        Math.max(1, Math.round(bytes / KIBIBYTE)),
        sha256,
      ]),
    ),
    frozenColumns: 1,
  });
  return { ...sheet, foot: warnings.map((warning) => `提醒：${warning}`) };
}

function leftOutSheet({ title, officeName, leftOut }: ArchiveContent): PaperSheet {
  const sheet = listPaper({
    name: '没有归档的内容',
    columns: [
      ['序号', 7, 'center'],
      ['部分', 14, 'center'],
      ['内容', 60, 'left'],
      ['原因', 70, 'left'],
    ],
    title: `${title}没有归档的内容`,
    caption: { left: officeName, right: '' },
    rows: leftOut.map((each, place) => paperRow([place + 1, each.part, each.title, each.reason])),
  });
  return leftOut.length === 0 ? { ...sheet, foot: ['各部分都已归档。'] } : sheet;
}

function aboutSheet({
  title,
  officeName,
  madeAt,
  madeBy,
  warnings,
  files,
  leftOut,
}: ArchiveContent): PaperSheet {
  return listPaper({
    name: '归档说明',
    columns: [
      ['项目', 18, 'center'],
      ['内容', 90, 'left'],
    ],
    title: `${title}说明`,
    caption: { left: '', right: '' },
    rows: [
      ['单位', officeName],
      ['归档时间', formatInstant(madeAt)],
      ['经办人', madeBy],
      ['文件', `${files.length} 个，另有本目录和校验文件 ${SUMS_NAME}`],
      ['没有归档', leftOut.length === 0 ? '各部分都已归档' : `${leftOut.length} 项，见“没有归档的内容”`],
      ...warnings.map((warning) => ['提醒', warning]),
      [
        '怎样核对',
        `在程序的“年度归档”里点“核对归档”，选这个文件夹；或者在这个文件夹里运行 sha256sum -c ${SUMS_NAME}。`,
      ],
    ].map(paperRow),
    orientation: 'portrait',
  });
}

/** How much a job has written. */
export interface Tally {
  /** In the order of writing. */
  tables: { name: string; rows: number }[];
  /** Papers, as PDF or text document. */
  papers: number;
  /** Of those papers whose pages are known. */
  pages: number;
  /** Files that were put into an archive or a folder. */
  files: number;
}

/** More tables than these are only counted. */
const MOST_NAMED = 3;

/** For the log: 督查对象名单 32 行、覆盖情况 9 行. @returns at least one number */
export function tallyWords(tally: Tally): string {
  const { papers, pages, files } = tally;
  const words = [
    tableWords(tally.tables),
    papers === 0 ? '' : `${papers} 份${pages === 0 ? '' : ` ${pages} 页`}`,
    files === 0 ? '' : `${files} 个文件`,
  ].filter((part) => part !== '');
  return words.length === 0 ? '1 个文件' : words.join('，');
}

function tableWords(tables: Tally['tables']): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (tables.length === 0) return '';
  if (tables.length === 1) return `共 ${rows} 行`;
  if (tables.length > MOST_NAMED) return `${tables.length} 张表共 ${rows} 行`;
  return tables.map((table) => `${table.name} ${table.rows} 行`).join('、');
}

/** How much a job has written. */
export interface Tally {
  /** Sheets of workbooks. Not by name: a sheet may be called after what is secret. */
  tables: number;
  /** Of all of them. */
  rows: number;
  /** Papers, as PDF or text document. */
  papers: number;
  /** Of those papers whose pages are known. */
  pages: number;
  /** Files that were put into an archive or a folder. */
  files: number;
}

export const nothingWritten: Readonly<Tally> = { tables: 0, rows: 0, papers: 0, pages: 0, files: 0 };

/** For the log: 2 张表共 41 行. @returns at least one number */
export function tallyWords({ tables, rows, papers, pages, files }: Tally): string {
  const words = [
    tables === 0 ? '' : `${tables === 1 ? '' : `${tables} 张表`}共 ${rows} 行`,
    papers === 0 ? '' : `${papers} 份${pages === 0 ? '' : ` ${pages} 页`}`,
    files === 0 ? '' : `${files} 个文件`,
  ].filter((part) => part !== '');
  return words.length === 0 ? '1 个文件' : words.join('，');
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { nothingWritten, type Tally } from '#shared/rules/history/tally.ts';

/*
 * What a job writes is counted by what writes it, workbooks and papers alike, so that the log can say how much left the
 * program without any feature having to count for it. Outside a job nothing is counted.
 */

const counting = new AsyncLocalStorage<Tally>();

/** Runs a job's work. @returns what it answered, and what it has written meanwhile */
export async function countingWritten<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ result: Result; tally: Tally }> {
  const tally: Tally = { ...nothingWritten };
  return { result: await counting.run(tally, work), tally };
}

export function countTable(rows: number): void {
  const tally = counting.getStore();
  if (tally === undefined) return;
  tally.tables += 1;
  tally.rows += rows;
}

/** @param pages 0 where they were not laid out */
export function countPapers(papers: number, pages: number): void {
  const tally = counting.getStore();
  if (tally === undefined) return;
  tally.papers += papers;
  tally.pages += pages;
}

export function countFiles(files: number): void {
  const tally = counting.getStore();
  if (tally !== undefined) tally.files += files;
}

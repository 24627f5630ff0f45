import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedFiles } from '#shared/contract/collection-returns.ts';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { type Client, finishedJob } from './core.ts';
import { type FilledWorkbook, openFilled } from './filled-workbook.ts';
import { upload } from './upload.ts';

export const TABLE = '填报表';

export interface ReturnedFile {
  name: string;
  bytes: Uint8Array;
}

export async function resultOf<Result>(
  client: Client,
  started: Promise<{ jobUid: string }>,
): Promise<Result> {
  const job = await finishedJob(client, (await started).jobUid);
  if (job.status !== 'done') throw new Error(job.problem ?? job.status);
  return job.result as Result;
}

/** Writes the workbooks of all units. @returns them by the unit's name */
export async function handedOut(client: Client, uid: string): Promise<Map<string, FilledWorkbook>> {
  const { units, title } = await client.collections.get({ uid });
  const unitUids = units.map((unit) => unit.uid);
  const started = client.collections.handOut({ uid, unitUids, as: 'folder' });
  const written = await openAll(await resultOf<WrittenFolder | WrittenFile>(client, started));
  return new Map([...written].map(([name, book]) => [name.replace(` ${title}.xlsx`, ''), book]));
}

/** Workbooks that a job has written, by the names of their files. */
export async function openAll(written: WrittenFolder | WrittenFile): Promise<Map<string, FilledWorkbook>> {
  const path = join(written.folder, written.name);
  const names = 'files' in written ? readdirSync(path) : [written.name];
  const files = names.map(async (name): Promise<[string, FilledWorkbook]> => {
    const bytes = readFileSync('files' in written ? join(path, name) : path);
    return [name, await openFilled(bytes)];
  });
  return new Map(await Promise.all(files));
}

export async function bytesOf({ book }: FilledWorkbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Hands files in as a page does. */
export async function receive(
  client: Client,
  uid: string,
  files: readonly ReturnedFile[],
): Promise<ReceivedFiles> {
  const fileTokens: string[] = [];
  for (const { name, bytes } of files) fileTokens.push(await upload(client, name, bytes));
  return await resultOf<ReceivedFiles>(client, client.collectionReturns.receive({ uid, fileTokens }));
}

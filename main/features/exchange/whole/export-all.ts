import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUMS_NAME, type SummedFile, sumsText } from '#shared/rules/archive/sums.ts';
import { hashOfFile } from '#main/core/files/hash-of-file.ts';
import { writeZip } from '#main/core/files/write-zip.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { readSchemaMap } from '#main/core/packs/schema-map.ts';
import { keepAccepted } from '#main/core/store/backup-copy.ts';
import { storeFile } from '#main/core/store/database.ts';
import { copyStore } from '#main/core/store/online-copy.ts';
import { acceptedFaults } from '#main/core/store/standing-faults.ts';
import { writeKeptFiles } from './kept-files.ts';
import { writeMeaningBook } from './meaning-book.ts';
import {
  ACCEPTED_NAME,
  FILES_FOLDER,
  MEANING_NAME,
  README_NAME,
  STORE_FOLDER,
  TABLES_FOLDER,
} from './names.ts';
import { readmeText } from './readme.ts';
import { writeTableBooks } from './table-books.ts';
import { withheldRows } from './withheld-rows.ts';

export interface ExportAllInput {
  as: 'folder' | 'zip';
  name: string;
  office: string;
  userName: string;
  programVersion: string;
  /** Instant, UTC milliseconds. */
  now: number;
}

/** @returns the path of a folder or a .zip in the job's own folder */
export async function exportAll(
  input: ExportAllInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  const { db, dataFolder } = job;
  const folder = join(job.temporaryFolder, 'whole');
  const check = (): void => job.throwIfCancelled();
  mkdirSync(join(folder, STORE_FOLDER), { recursive: true });
  const store = `${STORE_FOLDER}/${storeFile}`;
  const facts = await copyStore(dataFolder, join(folder, store), {
    progress: (share) => job.progress(share * 0.3, '复制数据'),
    throwIfCancelled: check,
  });
  const accepted = acceptedFaults(dataFolder);
  keepAccepted(join(folder, ACCEPTED_NAME), accepted);
  const map = readSchemaMap(db);
  const withheld = withheldRows(db, map);
  const { files, damaged } = await writeKeptFiles(
    db,
    dataFolder,
    { folder, below: FILES_FOLDER, isUntold: (id) => withheld.has('attachment', id) },
    {
      check,
      progress: (done, count) => job.progress(0.3 + (0.2 * done) / count, `复制附件 ${done + 1}/${count}`),
    },
  );
  const books = await writeTableBooks(
    db,
    { map, withheld },
    { folder, below: TABLES_FOLDER },
    { check, progress: (done, count, name) => job.progress(0.5 + (0.4 * done) / count, `写表格：${name}`) },
  );
  await writeMeaningBook(join(folder, MEANING_NAME), db, map, check);
  const rows = Object.values(facts.rows).reduce((sum, count) => sum + count, 0);
  writeFileSync(join(folder, README_NAME), `\uFEFF${readmeText({ ...input, rows, files: files.length })}`);
  job.progress(0.9, '算校验值');
  const stored = accepted.length === 0 ? [store] : [store, ACCEPTED_NAME];
  const others = [README_NAME, MEANING_NAME, ...stored, ...books];
  const sums: SummedFile[] = [...files];
  for (const path of others) {
    check();
    sums.push({ path, sha256: await hashOfFile(join(folder, path)) });
  }
  writeFileSync(join(folder, SUMS_NAME), sumsText(sums));
  const remarks = remarksOf(damaged.length, withheld.count);
  if (input.as === 'folder') return { path: folder, remarks };
  const packed = join(job.temporaryFolder, 'whole.zip');
  const names = [README_NAME, MEANING_NAME, SUMS_NAME, ...stored, ...books, ...files.map(({ path }) => path)];
  job.progress(0.95, '压缩');
  await writeZip(packed, folder, names, check, input.name);
  return { path: packed, remarks };
}

function remarksOf(damaged: number, withheld: number): string[] {
  return [
    ...(damaged === 0 ? [] : [`有 ${damaged} 个附件已经损坏，没有导出；可以从备份里恢复它们。`]),
    ...(withheld === 0
      ? []
      : [
          `未公布的暗访和由它来的 ${withheld} 条记录没有列入“${TABLES_FOLDER}”，“${STORE_FOLDER}”里有：整个文件夹不要给别人。解密公布以后再导出，表格里就有了。`,
        ]),
  ];
}

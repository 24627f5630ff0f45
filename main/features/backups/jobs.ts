import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupPreview, BackupSettings, PlainThere } from '#shared/contract/backups.ts';
import { AppError } from '#shared/errors.ts';
import type { Role } from '#shared/rights.ts';
import { sizeText } from '#shared/size-text.ts';
import { readBackupKey } from '#main/core/backups/backup-key.ts';
import { type Cleaned, cleanFiles } from '#main/core/backups/clean-files.ts';
import { filesOf, findBackups, type FoundBackup, pooledPath } from '#main/core/backups/place.ts';
import { currentBackup, latestBackup, makeBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import type { BackupKind } from '#main/core/backups/manifest.ts';
import {
  drill,
  type DrillResult,
  fetchWhole,
  prepareRestore,
  type Restoring,
} from '#main/core/backups/restore.ts';
import { carryBackup, isThere, secondPlace } from '#main/core/backups/second-place.ts';
import { descentOf, readOrigin, ownAmong } from '#main/core/backups/origin.ts';
import type { Opener } from '#main/core/backups/sealed-file.ts';
import { sealPlace } from '#main/core/backups/seal-place.ts';
import { keptPath } from '#main/core/backups/pool.ts';
import { thinPlace } from '#main/core/backups/thin-place.ts';
import type { Caller } from '#main/core/handlers.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { pendingLine } from '#main/core/store/noted-lines.ts';
import { readCopy } from '#main/core/store/online-copy.ts';
import { defineQuery, nullableText, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { RestoreNote } from '#main/core/store/waiting-restore.ts';
import { comparePreview } from './preview.ts';
import { systemCode } from '#main/core/system-code.ts';

export interface MakeInput {
  kind: BackupKind;
  /** carry: only takes the latest one to the second place. */
  fresh: 'always' | 'whereChanged' | 'carry';
  settings: BackupSettings;
  programVersion: string;
  now: number;
}

export interface Made {
  name: string;
  /** False where nothing had changed since the last one. */
  isNew: boolean;
  /** Whether the second place is up to date now; null where none is chosen or it is not there. */
  second: boolean | null;
  /** Why the second place has it not, or which kept files it lacks, in Chinese. */
  problem: string | null;
}

/** A backup where anything has changed, or where a clerk asks for it; then the second place, then thinning. */
export async function makeBackups(
  { kind, fresh, settings, programVersion, now }: MakeInput,
  job: JobContext,
): Promise<Made> {
  const { dataFolder } = job;
  const current = await reusable(fresh, dataFolder);
  const backup =
    current ??
    (await makeBackup({
      dataFolder,
      kind,
      programVersion,
      now,
      progress: (share) => job.progress(share * 0.6, '备份数据'),
      throwIfCancelled: () => job.throwIfCancelled(),
    }));
  await thinPlace(ownPlace(dataFolder), now, settings.thinning);
  const isNew = current === null;
  const lacking = lackingWords(backup, job.db);
  if (settings.secondFolder === '' || !(await isThere(settings.secondFolder)))
    return { name: backup.name, isNew, second: null, problem: lacking };
  const problem = await carry(backup, settings, now, job);
  return { name: backup.name, isNew, second: problem === null, problem: problem ?? lacking };
}

async function reusable(fresh: MakeInput['fresh'], dataFolder: string): Promise<FoundBackup | null> {
  if (fresh === 'always') return null;
  return fresh === 'carry' ? latestBackup(ownPlace(dataFolder)) : currentBackup(dataFolder);
}

/** @returns what went wrong, in Chinese: the backup on this PC is good whatever a stick does */
async function carry(
  backup: FoundBackup,
  { secondFolder, thinning }: BackupSettings,
  now: number,
  job: JobContext,
): Promise<string | null> {
  try {
    const { damaged } = await carryBackup(backup, {
      dataFolder: job.dataFolder,
      chosenFolder: secondFolder,
      key: readBackupKey(job.dataFolder),
      now,
      progress: (share) => job.progress(0.6 + share * 0.4, '复制到第二备份位置'),
      throwIfCancelled: () => job.throwIfCancelled(),
    });
    const origin = await readOrigin(job.dataFolder);
    await thinPlace(secondPlace(secondFolder), now, thinning, (found) =>
      ownAmong(found.map(descentOf), origin, job.db),
    );
    return damaged === 0
      ? null
      : `有 ${damaged} 个附件在这台电脑上已经损坏，“${secondFolder}”的备份里没有它们。请把原件重新添加一次。`;
  } catch (error) {
    if (error instanceof AppError) {
      if (error.code === 'cancelled') throw error;
      return error.message;
    }
    const code = systemCode(error) || String(error);
    const reason = code === 'ENOSPC' || code === 'EDQUOT' ? '空间不足' : `不能写入，${code}`;
    return `没有备份到“${secondFolder}”（${reason}）。本机的备份已做好；请检查那里的空间和权限，再点“立即备份”。`;
  }
}

const attachmentNames = defineQuery({
  name: 'backups.attachmentNames',
  sql: 'SELECT name, sha256, thumbnail FROM attachment ORDER BY id',
  columns: { name: text, sha256: text, thumbnail: nullableText },
});

const NAMED_AT_MOST = 3;

/** Which kept files were whole nowhere when a backup was made, in Chinese; null when there were none. */
function lackingWords({ manifest }: FoundBackup, db: ReadStore): string | null {
  const missing = new Set(manifest?.missing);
  if (missing.size === 0) return null;
  const names = db
    .all(attachmentNames)
    .filter(({ sha256, thumbnail }) => missing.has(sha256) || missing.has(thumbnail ?? ''))
    .map(({ name }) => `“${name}”`);
  const some = [...new Set(names)].slice(0, NAMED_AT_MOST).join('、');
  return `数据已备份，但有 ${missing.size} 个附件的文件找不到或者已经损坏，备份里没有：${some === '' ? '收回的表或上级表格' : some}${names.length > NAMED_AT_MOST ? '等' : ''}。请把原件重新添加一次。`;
}

export interface SealInput {
  place: string;
  now: number;
}

export async function sealBackups(
  { place, now }: SealInput,
  job: JobContext,
): Promise<{ sealed: number; left: PlainThere }> {
  const { dataFolder, db } = job;
  const key = readBackupKey(dataFolder);
  if (key === null) throw new AppError('refused', { reason: '还没有备份密码，请先设“备份密码”。' });
  const origin = await readOrigin(dataFolder);
  return sealPlace({
    place,
    key,
    now,
    namesOwn: (found) => ownAmong(found.map(descentOf), origin, db),
    madeHere: new Set((await findBackups(ownPlace(dataFolder))).map(({ name }) => name)),
    sources: (sha256) => [keptPath(dataFolder, sha256), pooledPath(ownPlace(dataFolder), sha256, null)],
    progress: (share) => job.progress(share, '加密以前的备份'),
    throwIfCancelled: () => job.throwIfCancelled(),
  });
}

export interface CleanInput {
  now: number;
  /** Younger files stay. */
  days: number;
  /** For the log, where nobody hears any more how the job ended. */
  label: string;
  by: Pick<Caller, 'userName' | 'host'>;
}

export function cleanKeptFiles({ label, by, ...input }: CleanInput, job: JobContext): Promise<Cleaned> {
  const { db, dataFolder } = job;
  return cleanFiles({
    db,
    dataFolder,
    ...input,
    note(apart) {
      const summary = `至多 ${sumWords(apart)}`;
      const noted = pendingLine(dataFolder, { ...by, name: 'backups.clean', label, summary });
      return { ...noted, finish: (gone) => noted.finish(sumWords(gone)) };
    },
    progress: (share, step) => job.progress(share, step),
    throwIfCancelled: () => job.throwIfCancelled(),
  });
}

function sumWords({ files, bytes }: Pick<Cleaned, 'files' | 'bytes'>): string {
  return `${files} 个，腾出 ${sizeText(bytes)}`;
}

export interface ChosenInput {
  folder: string;
  name: string;
  /** Empty: the key that this PC keeps. */
  password: string;
  programVersion: string;
}

export async function drillBackup(input: ChosenInput, job: JobContext): Promise<DrillResult> {
  return drill(await restoringOf(input, job), input.programVersion);
}

export interface PreviewInput extends ChosenInput {
  /** Of whoever looks at it. */
  roles: readonly Role[] | null;
}

/** What is in a backup, held against what is there now. */
export async function previewBackup(input: PreviewInput, job: JobContext): Promise<BackupPreview> {
  const restoring = await restoringOf(input, job);
  const file = join(job.temporaryFolder, 'preview.db');
  try {
    const { facts } = await fetchWhole(restoring, file);
    const { backup, place } = restoring;
    const files = (await filesOf(place, backup))?.length ?? 0;
    return readCopy(file, (store) => ({
      name: backup.name,
      madeAt: backup.madeAt,
      programVersion: backup.manifest?.programVersion ?? '',
      files,
      ...comparePreview(facts, store, input.roles, job),
    }));
  } finally {
    await rm(file, { force: true });
  }
}

export interface RestoreInput extends ChosenInput {
  /** Null where the present store is damaged: it goes aside as it is. */
  make: MakeInput | null;
  by: Pick<RestoreNote, 'userUid' | 'userName' | 'preparedAt'>;
}

/** @returns how many kept files are whole nowhere */
export async function restoreBackup(input: RestoreInput, job: JobContext): Promise<{ lost: number }> {
  const restoring = await restoringOf(input, job);
  if (input.make !== null) await makeBackups(input.make, job);
  const { name, madeAt } = restoring.backup;
  return { lost: await prepareRestore(restoring, job.dataFolder, { ...input.by, backup: name, madeAt }) };
}

async function restoringOf({ folder, name, password }: ChosenInput, job: JobContext): Promise<Restoring> {
  const backup = (await findBackups(folder)).find((each) => each.name === name);
  if (backup === undefined) throw new AppError('notFound', { what: '这个备份' });
  return {
    place: folder,
    backup,
    opener: openerOf(password, job.dataFolder),
    temporaryFolder: job.temporaryFolder,
    progress: (share, step) => job.progress(share, step),
    throwIfCancelled: () => job.throwIfCancelled(),
  };
}

function openerOf(password: string, dataFolder: string): Opener | null {
  return password === '' ? readBackupKey(dataFolder) : { password };
}

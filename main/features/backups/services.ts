import { isAbsolute } from 'node:path';
import type {
  Backup,
  backups as contract,
  BackupPlace,
  BackupSettings,
  Drill,
  PlainThere,
} from '#shared/contract/backups.ts';
import type { JobState } from '#shared/contract/events.ts';
import type { RecoveryBackup } from '#shared/contract/recovery.ts';
import { AppError } from '#shared/errors.ts';
import { isDrillOverdue } from '#shared/rules/backups/drill.ts';
import { readBackupKey, setBackupPassword } from '#main/core/backups/backup-key.ts';
import { kindNames, ownPlace } from '#main/core/backups/make-backup.ts';
import type { BackupKind } from '#main/core/backups/manifest.ts';
import { findConnectedPlaces, findPlaceAt, type OtherPlace } from '#main/core/backups/find-places.ts';
import type { Cleaned } from '#main/core/backups/clean-files.ts';
import { descentOf, readOrigin } from '#main/core/backups/origin.ts';
import { findBackups, type FoundBackup } from '#main/core/backups/place.ts';
import { cancelRestore, type DrillResult, dropUnfinished } from '#main/core/backups/restore.ts';
import { plainAt } from '#main/core/backups/seal-place.ts';
import {
  findBackupsThere,
  isThere,
  LISTING_MILLISECONDS,
  patiently,
  secondPlace,
} from '#main/core/backups/second-place.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import type { Job } from '#main/core/jobs/jobs.ts';
import { readWaiting } from '#main/core/store/waiting-restore.ts';
import type { OwnInput } from './index.ts';
import type {
  ChosenInput,
  CleanInput,
  Made,
  MakeInput,
  PreviewInput,
  RestoreInput,
  SealInput,
} from './jobs.ts';
import { recordFailure } from '#main/features/files/record-failure.ts';
import { keepMade } from './keep-made.ts';
import { keepDrill, keepState, readState } from './state-file.ts';

type Core = Pick<
  CoreServices,
  'read' | 'record' | 'enterNotes' | 'faults' | 'jobs' | 'dataFolder' | 'version'
>;

export const backupServices: Services<typeof contract, ServiceContext> = {
  async state(_input, { core, caller }) {
    const { dataFolder } = core;
    const { secondFolder } = await settingsFor(core, caller);
    const { problem, secondAt, drill, secondDrill, cleaning } = await readState(dataFolder);
    const own = await findBackups(ownPlace(dataFolder));
    const isSecondThere = secondFolder !== '' && (await isThere(secondFolder));
    const second = isSecondThere ? await findBackupsThere(secondPlace(secondFolder)) : [];
    const namesOwn = await ownOf(core, caller, second);
    return {
      backups: [
        ...own.map(shownAs('own', ownPlace(dataFolder), null)),
        ...second.map(shownAs('second', secondPlace(secondFolder), namesOwn)),
      ].toSorted((one, other) => other.madeAt - one.madeAt),
      folder: ownPlace(dataFolder),
      second:
        secondFolder === ''
          ? null
          : {
              folder: secondFolder,
              isThere: isSecondThere,
              lastAt: secondAt,
              plain: isSecondThere ? await plainThere(secondPlace(secondFolder), core, caller) : null,
            },
      problem,
      hasPassword: readBackupKey(dataFolder) !== null,
      drill,
      secondDrill,
      isDrillOverdue: isDrillOverdue(drill?.at ?? null, own.at(-1)?.madeAt ?? null, Date.now()),
      cleaning,
      waiting: readWaiting(dataFolder),
    };
  },

  async find({ path }, { core, caller }) {
    const { secondFolder } = await settingsFor(core, caller);
    // Those of the second place stand on the page already.
    const others = path === '' ? await connectedBut(secondPlace(secondFolder)) : [await placeAt(path)];
    return others.map(({ folder, backups }) => ({
      folder,
      backups: backups.map(shownAs('other', folder, null)),
    }));
  },

  async make(_input, { core, caller }) {
    return { jobUid: (await startBackup(core, caller, 'manual', 'always')).uid };
  },

  async verify(chosen, { core, caller }) {
    const input = await chosenInput(chosen, core, caller);
    const place = chosen.place === 'second' ? await placeOf(input, core, caller) : chosen.place;
    return { jobUid: startDrill(core, caller, { ...input, place }, '校验备份').uid };
  },

  async preview(chosen, { core, caller }) {
    const input: PreviewInput = { ...(await chosenInput(chosen, core, caller)), roles: caller.roles };
    const label = '查看备份内容';
    const job = core.jobs.start('backups.preview', label, input);
    recordFailure({ core, caller }, job, { name: 'backups.preview', label });
    return { jobUid: job.uid };
  },

  async restore(chosen, { core, caller }) {
    const { userUid, userName } = caller;
    const input: RestoreInput = {
      ...(await chosenInput(chosen, core, caller)),
      make: core.faults().length > 0 ? null : await makeInput(core, caller, 'beforeRestore', 'whereChanged'),
      by: { userUid, userName, preparedAt: Date.now() },
    };
    const line = { name: 'backups.prepareRestore', label: '准备恢复数据' };
    const job = core.jobs.start('backups.restore', '准备恢复', input, async (result) => {
      const summary = `备份“${chosen.name}”，下次打开程序时生效`;
      await core.record({ ...line, summary, outcome: 'done' }, caller);
      return result;
    });
    recordFailure({ core, caller }, job, line);
    // A job that was ended in the middle of a step has not tidied up.
    void job.finished.then(() => dropUnfinished(core.dataFolder)).catch(() => undefined);
    return { jobUid: job.uid };
  },

  async cancelRestore(_input, { core, caller }) {
    const cancelled = await cancelRestore(core.dataFolder);
    const summary = '现在的数据不变';
    if (cancelled)
      await core.record(
        { name: 'backups.cancelRestore', label: '取消恢复数据', summary, outcome: 'done' },
        caller,
      );
    return { cancelled };
  },

  async seal(_input, { core, caller }) {
    const input: SealInput = { place: await secondFor(core, caller), now: Date.now() };
    const label = '加密以前的备份';
    const job = core.jobs.start('backups.seal', label, input, async (result) => {
      const { sealed, left } = result as { sealed: number; left: PlainThere };
      await core.record({ name: 'backups.seal', label, summary: `${sealed} 份`, outcome: 'done' }, caller);
      return left;
    });
    return { jobUid: job.uid };
  },

  async setPassword({ password }, { core, caller }) {
    await setBackupPassword(core.dataFolder, password === '' ? null : password);
    const summary = password === '' ? '第二备份位置的备份不再加密' : '第二备份位置的备份加密';
    await core.record(
      { name: 'backups.setPassword', label: '设置备份密码', summary, outcome: 'done' },
      caller,
    );
    return { hasPassword: password !== '' };
  },
};

/** What is spoilt is kept as it is by the rescue, and is no backup. @throws AppError refused */
function requireWhole({ faults }: Pick<Core, 'faults'>): void {
  if (faults().length === 0) return;
  throw new AppError('refused', { reason: '数据检查发现问题，现在不能备份。请先点窗口下方的“处理”。' });
}

/** Names of those that are this data folder's own. @param found at a place that others may use too */
export async function ownOf(
  core: Core,
  caller: Caller,
  found: readonly FoundBackup[],
): Promise<ReadonlySet<string>> {
  const origin = await readOrigin(core.dataFolder);
  const input: OwnInput = { backups: found.map(descentOf), origin };
  return (await core.read('backups.ownAmong', input, caller)) as ReadonlySet<string>;
}

/** What another PC has put at the second place says nothing of this one's backups there. */
async function placeOf({ folder, name }: ChosenInput, core: Core, caller: Caller): Promise<BackupPlace> {
  const own = await ownOf(core, caller, await findBackupsThere(folder));
  return own.has(name) ? 'second' : 'other';
}

/** @returns null where there is no password, or where the drive does not answer */
async function plainThere(place: string, core: Core, caller: Caller): Promise<PlainThere | null> {
  if (readBackupKey(core.dataFolder) === null) return null;
  return patiently(
    plainAt(place, (found) => ownOf(core, caller, found)),
    LISTING_MILLISECONDS,
    null,
  );
}

/** @param namesOwn null where whose they are is not asked */
function shownAs(
  place: BackupPlace,
  folder: string,
  namesOwn: ReadonlySet<string> | null,
): (backup: FoundBackup) => Backup {
  return (backup) => ({
    ...toldOf(backup, folder),
    place,
    bytes: backup.bytes,
    sealed: backup.sealed,
    isOwn: namesOwn?.has(backup.name) ?? true,
    programVersion: backup.manifest?.programVersion ?? '',
    verifiedAt: backup.manifest?.verifiedAt ?? null,
  });
}

/** What it is and how much is in it. */
export function toldOf({ name, kind, madeAt, manifest }: FoundBackup, folder: string): RecoveryBackup {
  return {
    folder,
    name,
    kind: kindNames[kind],
    madeAt,
    rows: manifest === null ? null : Object.values(manifest.facts.rows).reduce((sum, each) => sum + each, 0),
    files: manifest?.files.count ?? null,
  };
}

export async function settingsFor(core: Pick<Core, 'read'>, caller: Caller): Promise<BackupSettings> {
  return (await core.read('backups.current', null, caller)) as BackupSettings;
}

async function makeInput(
  core: Core,
  caller: Caller,
  kind: BackupKind,
  fresh: MakeInput['fresh'],
): Promise<MakeInput> {
  const settings = await settingsFor(core, caller);
  return { kind, fresh, settings, programVersion: core.version, now: Date.now() };
}

/**
 * Starts a backup; how it went is kept for the page, and stands in the log where something was done.
 * @throws AppError refused while the checks have found anything: good backups must not make room for one of such data
 */
export async function startBackup(
  core: Core,
  caller: Caller,
  kind: BackupKind,
  fresh: MakeInput['fresh'],
): Promise<Job> {
  requireWhole(core);
  const input = await makeInput(core, caller, kind, fresh);
  const label = `${kindNames[kind]}备份`;
  const job = core.jobs.start('backups.make', label, input, async (result) => {
    const made = result as Made;
    const line = await keepMade(core.dataFolder, made, input.now, label);
    if (line !== null) await core.record(line, caller);
    return made;
  });
  return { uid: job.uid, finished: job.finished.then((state) => noteFailure(core, caller, label, state)) };
}

/** Said once in the log, and on the page until it goes well. Nobody may wait for it, so that it does not throw. */
async function noteFailure(core: Core, caller: Caller, label: string, state: JobState): Promise<JobState> {
  const { status, problem } = state;
  try {
    if (status !== 'failed' || (await readState(core.dataFolder)).problem === problem) return state;
    await keepState(core.dataFolder, { problem });
    const summary = problem ?? '';
    await core.record({ name: 'backups.make', label, summary, outcome: 'failed' }, caller);
  } catch {
    // The disk that does not take the backup takes no note of it either, or the core is closing.
  }
  return state;
}

/** Starts a drill; its result stands in the log, and is kept where it tells of the backups on this PC or at its second place. */
export function startDrill(
  core: Core,
  caller: Caller,
  { place, ...input }: ChosenInput & { place: BackupPlace },
  label: string,
): Job {
  const line = { name: 'backups.drill', label };
  const job = core.jobs.start('backups.drill', label, input, async (result) => {
    const drill: Drill = { at: Date.now(), backup: input.name, ...(result as DrillResult) };
    await keepDrill(core.dataFolder, place, drill);
    const isWhole = drill.faults.length === 0;
    const summary = isWhole ? `“${input.name}”可以恢复` : `“${input.name}”：${drill.faults.join('')}`;
    await core.record({ ...line, summary, outcome: isWhole ? 'done' : 'failed' }, caller);
    return drill;
  });
  recordFailure({ core, caller }, job, line);
  return job;
}

/** Starts a removal of kept files that nothing needs; what it freed is kept, and the job itself notes it for the log. */
export async function startCleaning(core: Core, caller: Caller, now: number): Promise<Job> {
  const { orphanDays } = await settingsFor(core, caller);
  const label = '清理没有用到的附件';
  const by = { userName: caller.userName, host: caller.host };
  const input: CleanInput = { now, days: orphanDays, label, by };
  return core.jobs.start('backups.clean', label, input, async (result) => {
    const { files, bytes, held } = result as Cleaned;
    const before = (await readState(core.dataFolder)).cleaning;
    const sums = { files: (before?.files ?? 0) + files, bytes: (before?.bytes ?? 0) + bytes };
    await keepState(core.dataFolder, { cleaning: { at: now, ...sums, held } });
    // What cannot be entered now stays noted; the files are gone whatever becomes of the line.
    if (files > 0) await core.enterNotes().catch(() => undefined);
    return result;
  });
}

interface Chosen {
  place: BackupPlace;
  /** Of another place. */
  folder: string;
  name: string;
  password: string;
}

async function chosenInput(chosen: Chosen, core: Core, caller: Caller): Promise<ChosenInput> {
  const { name, password } = chosen;
  return { folder: await folderOf(chosen, core, caller), name, password, programVersion: core.version };
}

function folderOf({ place, folder }: Chosen, core: Core, caller: Caller): string | Promise<string> {
  if (place === 'own') return ownPlace(core.dataFolder);
  return place === 'second' ? secondFor(core, caller) : reachable(folder);
}

/** @throws AppError refused for a folder that was there when the list was made, and is not any more */
async function reachable(folder: string): Promise<string> {
  if (isAbsolute(folder) && (await isThere(folder))) return folder;
  throw new AppError('refused', { reason: `“${folder}”现在不在，请插上 U 盘或连上网络后再试。` });
}

async function connectedBut(second: string): Promise<OtherPlace[]> {
  return (await findConnectedPlaces()).filter(({ folder }) => folder !== second);
}

/** @throws AppError refused */
async function placeAt(path: string): Promise<OtherPlace> {
  if (!isAbsolute(path)) {
    const example = process.platform === 'win32' ? 'E:\\备份' : '/media/U盘/备份';
    throw new AppError('refused', { reason: `请写备份所在文件夹的完整路径，例如 ${example}。` });
  }
  const found = await findPlaceAt(path);
  if (found !== null) return found;
  const reason = `“${path}”里没有找到备份。请检查 U 盘或网络文件夹是否连好，路径是否写对。`;
  throw new AppError('refused', { reason });
}

async function secondFor(core: Core, caller: Caller): Promise<string> {
  const { secondFolder } = await settingsFor(core, caller);
  if (secondFolder !== '' && (await isThere(secondFolder))) return secondPlace(secondFolder);
  throw new AppError('refused', {
    reason: `第二备份位置“${secondFolder}”现在不在，请插上 U 盘或连上网络后再试。`,
  });
}

import type { BackupPlace } from '#shared/contract/backups.ts';
import { localDay } from '#shared/calendar/days.ts';
import { isDrillDue } from '#shared/rules/backups/drill.ts';
import { readBackupKey } from '#main/core/backups/backup-key.ts';
import { latestBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups } from '#main/core/backups/place.ts';
import { findBackupsThere, isThere, secondPlace } from '#main/core/backups/second-place.ts';
import { keyIdOf } from '#main/core/backups/sealed-file.ts';
import type { CoreServices } from '#main/core/dispatch/context.ts';
import type { Caller } from '#main/core/handlers.ts';
import { ownOf, settingsFor, startBackup, startCleaning, startDrill } from './services.ts';
import { keepDrill, keepState, readState } from './state-file.ts';

type Core = Pick<
  CoreServices,
  'read' | 'record' | 'enterNotes' | 'faults' | 'jobs' | 'dataFolder' | 'version'
>;

/** The window is up by then, and the clerk at work. */
const FIRST_LOOK_MILLISECONDS = 60_000;
const BETWEEN_LOOKS_MILLISECONDS = 30 * 60_000;

/** Backups and drills that nobody asks for, while the program runs; it is never kept from ending by them. */
export function keepBackups(core: Core, host: Caller['host']): void {
  const caller: Caller = { userUid: null, userName: '程序', roles: null, windowUid: 'core', host };
  // What went wrong stands in the state for the page; a core that is closing answers no more.
  const look = (): void => void doWhatIsDue(core, caller, Date.now()).catch(() => undefined);
  setTimeout(look, FIRST_LOOK_MILLISECONDS).unref();
  setInterval(look, BETWEEN_LOOKS_MILLISECONDS).unref();
}

/**
 * A backup of today where something changed, a second place that came back brought up to date, a look once a day for
 * kept files that nothing needs, a drill each month. Nothing while the checks have found anything: good backups must not
 * make room for those of spoilt data, nor kept files go that these do not name.
 */
export async function doWhatIsDue(core: Core, caller: Caller, now: number): Promise<void> {
  if (core.faults().length > 0) return;
  if ((await core.read('office.nameForSessions', null, caller)) === null) return;
  const fresh = await dueBackup(core, caller, now);
  if (fresh !== null) {
    await (await startBackup(core, caller, 'daily', fresh)).finished;
  }
  await cleanWhereDue(core, caller, now);
  await drillWhereDue(core, caller, now);
  await drillSecondWhereDue(core, caller, now);
}

async function dueBackup(core: Core, caller: Caller, now: number): Promise<'whereChanged' | 'carry' | null> {
  const latest = await latestBackup(ownPlace(core.dataFolder));
  if (latest === null || localDay(latest.madeAt) !== localDay(now)) return 'whereChanged';
  const { secondFolder } = await settingsFor(core, caller);
  if (secondFolder === '' || !(await isThere(secondFolder))) return null;
  const second = await findBackups(secondPlace(secondFolder));
  return second.some(({ name }) => name === latest.name) ? null : 'carry';
}

/** After the day's backup: what thinning let go may free files. */
async function cleanWhereDue(core: Core, caller: Caller, now: number): Promise<void> {
  const { cleaning } = await readState(core.dataFolder);
  if (cleaning !== null && localDay(cleaning.at) === localDay(now)) return;
  const { status, problem } = await (await startCleaning(core, caller, now)).finished;
  if (status === 'failed') await noteHeld(core, caller, now, problem ?? '');
}

/** Until the next day's cleaning; said once in the log as long as it is the same. */
async function noteHeld(core: Core, caller: Caller, now: number, problem: string): Promise<void> {
  const { cleaning } = await readState(core.dataFolder);
  const held = `上次没有清理成：${problem}`;
  await keepState(core.dataFolder, { cleaning: { files: 0, bytes: 0, ...cleaning, at: now, held } });
  if (cleaning?.held === held) return;
  const label = '清理没有用到的附件';
  await core.record({ name: 'backups.clean', label, summary: problem, outcome: 'failed' }, caller);
}

async function drillWhereDue(core: Core, caller: Caller, now: number): Promise<void> {
  const folder = ownPlace(core.dataFolder);
  const { drill } = await readState(core.dataFolder);
  const first = (await findBackups(folder)).at(-1);
  const latest = await latestBackup(folder);
  if (latest === null || !isDrillDue(drill, first?.madeAt ?? null, now)) return;
  await runDrill(core, caller, now, { place: 'own', folder, name: latest.name });
}

/** A stick reads back what it was given only after it was unplugged in between: its latest backup is tried too. */
async function drillSecondWhereDue(core: Core, caller: Caller, now: number): Promise<void> {
  const { secondFolder } = await settingsFor(core, caller);
  if (secondFolder === '' || !(await isThere(secondFolder))) return;
  const folder = secondPlace(secondFolder);
  const found = await findBackupsThere(folder);
  const own = await ownOf(core, caller, found);
  const key = readBackupKey(core.dataFolder);
  const opened = [null, ...(key === null ? [] : [keyIdOf(key)])];
  const usable = found.filter(({ name, keyId }) => own.has(name) && opened.includes(keyId));
  const [latest] = usable;
  const { secondDrill } = await readState(core.dataFolder);
  if (latest === undefined) return;
  if (!isDrillDue(secondDrill, usable.at(-1)?.madeAt ?? null, now)) return;
  await runDrill(core, caller, now, { place: 'second', folder, name: latest.name });
}

/** One that could not be run to its end is kept too: it is seen on the page, and not tried again at the next look. */
async function runDrill(
  core: Core,
  caller: Caller,
  now: number,
  backup: { place: BackupPlace; folder: string; name: string },
): Promise<void> {
  const input = { ...backup, password: '', programVersion: core.version };
  const { status, problem } = await startDrill(core, caller, input, '每月恢复演练').finished;
  if (status !== 'failed') return;
  const faults = [`演练没有做成：${problem ?? ''}`];
  await keepDrill(core.dataFolder, backup.place, { at: now, backup: backup.name, faults, rows: 0, files: 0 });
}

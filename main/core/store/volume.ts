/**
 * Refuses data folders where SQLite's log is not safe: on another computer, or on what can be pulled out.
 * What: on Linux the mount table and sysfs tell. On Windows a mapped drive shows its share once its real path is asked
 * for, and the registry knows a stick by the device behind its letter; a USB hard disk is not told from one inside there.
 * Invariant: it is asked before anything in the folder is opened or made.
 */
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreError } from './errors.ts';
import { isPulledOut, mountOf } from './mount-table.ts';

/** What the folder lies on, in Chinese; null for a disk of this PC. */
type Unsafe = { kind: 'network' | 'removable'; name: string } | null;

/** File systems whose files lie on another computer or go through a program of their own. */
const remoteTypes: ReadonlySet<string> = new Set([
  '9p',
  'afs',
  'ceph',
  'cifs',
  'davfs',
  'fuse',
  'fuseblk',
  'lustre',
  'ncpfs',
  'nfs',
  'nfs4',
  'prl_fs',
  'smb3',
  'smbfs',
  'vboxsf',
  'virtiofs',
  'vmhgfs',
]);

/** @param folder may be missing yet. @throws StoreError `networkFolder` that says what to do instead */
export function requireLocalFolder(folder: string): void {
  const real = realFolder(resolve(folder));
  const unsafe = process.platform === 'win32' ? unsafeOnWindows(real) : unsafeOnThisLinux(real);
  if (unsafe === null) return;
  const where =
    unsafe.kind === 'network'
      ? `网络盘或外接文件系统上（${unsafe.name}），两台电脑同时用、网络一断，数据就会损坏`
      : `U 盘或移动硬盘上（${unsafe.name}），拔下或接触不良时数据就会损坏`;
  const instead =
    unsafe.kind === 'network' ? '要给别的电脑用，请用“数据交换”。' : 'U 盘可以放备份，请在“备份设置”里选它。';
  throw new StoreError(
    'networkFolder',
    `数据文件夹在${where}。没有打开，请改用本机硬盘上的文件夹（不写 --data 就是）。${instead}数据文件夹：${folder}`,
  );
}

/** With all links resolved; what is missing yet stands below the nearest folder that is there. */
export function realFolder(folder: string): string {
  try {
    // Only the system's own answer turns a mapped drive of Windows into the share that it is.
    return realpathSync.native(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(realFolder(above), basename(folder));
  }
}

function unsafeOnThisLinux(real: string): Unsafe {
  try {
    return unsafeOnLinux(real, readFileSync('/proc/self/mountinfo', 'utf8'), '/sys');
  } catch {
    return null;
  }
}

/** @param table as /proc/self/mountinfo has it @param sys where sysfs is mounted */
export function unsafeOnLinux(real: string, table: string, sys: string): Unsafe {
  const mount = mountOf(real, table);
  if (mount === undefined) return null;
  if (remoteTypes.has(mount.type) || mount.type.startsWith('fuse.'))
    return { kind: 'network', name: mount.type };
  // A PC that runs from a USB disk has no other.
  if (mountOf('/', table)?.device === mount.device) return null;
  return isPulledOut(mount, sys) ? { kind: 'removable', name: mount.point } : null;
}

function unsafeOnWindows(real: string): Unsafe {
  return unsafeWindowsPath(real, process.env['SystemDrive'] ?? 'C:', deviceOfLetter);
}

/**
 * @param systemDrive C: is never asked about
 * @param deviceOf what the registry has for a drive, as `reg query` prints it; empty where it does not answer
 */
export function unsafeWindowsPath(
  real: string,
  systemDrive: string,
  deviceOf: (drive: string) => string,
): Unsafe {
  if (/^\\\\(?![?.]\\)|^\\\\[?.]\\UNC\\/iu.test(real)) return { kind: 'network', name: '网络路径' };
  const drive = /^(?:\\\\[?.]\\)?([a-z]:)/iu.exec(real)?.[1]?.toUpperCase();
  if (drive === undefined || drive === systemDrive.toUpperCase()) return null;
  const bytes = /REG_BINARY\s+([0-9a-f]+)/iu.exec(deviceOf(drive))?.[1] ?? '';
  const device = Buffer.from(bytes, 'hex').toString('utf16le');
  return device.toUpperCase().includes('USBSTOR#DISK') ? { kind: 'removable', name: drive } : null;
}

const PATIENCE_MILLISECONDS = 2_000;
const asked = new Map<string, string>();

/** Of the mount manager's list, which every account may read: a few hundredths of a second, once for each drive. */
function deviceOfLetter(drive: string): string {
  const known = asked.get(drive);
  if (known !== undefined) return known;
  const answer = askRegistry(drive);
  asked.set(drive, answer);
  return answer;
}

function askRegistry(drive: string): string {
  const program = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  const question = ['query', 'HKLM\\SYSTEM\\MountedDevices', '/v', `\\DosDevices\\${drive}`];
  try {
    return execFileSync(program, question, {
      encoding: 'latin1',
      timeout: PATIENCE_MILLISECONDS,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/**
 * @param names files of a store in its folder
 * @throws StoreError `networkFolder` for a second name of a store elsewhere: two programs could open it from two folders
 */
export function requireOwnFiles(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (found === undefined || (found.isFile() && found.nlink === 1)) continue;
    throw new StoreError(
      'networkFolder',
      `“${join(folder, name)}”是指向别处的链接，两个程序可能同时打开同一份数据。请打开真正的数据文件夹，或删去链接、复制一份原来的文件。`,
    );
  }
}

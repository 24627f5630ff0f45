/** Reads of Linux which file system a path lies on, and what device that is. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface Mount {
  /** Where it is mounted. */
  point: string;
  /** ext4, nfs4, fuse.sshfs … */
  type: string;
  /** /dev/sda2, or the share of another computer. */
  source: string;
  /** MAJOR:MINOR. */
  device: string;
}

/** @param table as /proc/self/mountinfo has it, see proc_pid_mountinfo(5). @returns undefined where nothing fits */
export function mountOf(path: string, table: string): Mount | undefined {
  return (
    table
      .split('\n')
      .map(readMount)
      .filter((mount) => mount !== undefined && holds(mount.point, path))
      // Of two at one place the later covers the earlier.
      .reduce(
        (best, mount) => ((mount?.point.length ?? 0) >= (best?.point.length ?? 0) ? mount : best),
        undefined,
      )
  );
}

function readMount(line: string): Mount | undefined {
  const [before = '', after = ''] = line.split(' - ');
  const [, , device, , point] = before.split(' ');
  const [type, source] = after.split(' ');
  if (device === undefined || point === undefined || type === undefined) return undefined;
  return { device, point: unescaped(point), type, source: unescaped(source ?? '') };
}

/** Blanks stand as \040. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/gu, (_, octal: string) =>
    String.fromCodePoint(Number.parseInt(octal, 8)),
  );
}

function holds(point: string, path: string): boolean {
  return point === '/' || path === point || path.startsWith(`${point}/`);
}

/**
 * Whether a block device can be pulled out of the PC: a medium that can be taken out, or a disk at the USB.
 * @param sys where sysfs is mounted
 */
export function isPulledOut({ source, device }: Pick<Mount, 'source' | 'device'>, sys: string): boolean {
  return disksOf({ source, device }, sys).some(
    (disk) => /\/usb\d/u.test(disk) || readText(join(disk, 'removable')) === '1',
  );
}

/** The whole disks behind a partition, also behind an encrypted one or a volume of several. */
function disksOf({ source, device }: Pick<Mount, 'source' | 'device'>, sys: string): string[] {
  const start = [join(sys, 'class/block', basename(realOr(source))), join(sys, 'dev/block', device)].find(
    (path) => existsSync(path),
  );
  return start === undefined ? [] : wholeDisks(realOr(start), sys);
}

function wholeDisks(device: string, sys: string): string[] {
  const below = names(join(device, 'slaves'));
  if (below.length > 0)
    return below.flatMap((name) => wholeDisks(realOr(join(sys, 'class/block', name)), sys));
  return [existsSync(join(device, 'partition')) ? join(device, '..') : device];
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

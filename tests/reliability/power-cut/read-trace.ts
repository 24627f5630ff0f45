/*
 * What strace wrote down of a working store, as calls in the order in which they ended. Strings stand there as
 * hexadecimal bytes; a call that another thread interrupted stands there in two pieces.
 */

const calls = [
  'openat,close,lseek,write,writev,pwrite64,pwritev,ftruncate,truncate,fallocate,fsync,fdatasync',
  'rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir',
  'copy_file_range,sendfile,dup,dup2,dup3',
];

/** Before the command that is to be recorded. */
export function recordingArguments(log: string): string[] {
  return ['-f', '-qq', '-xx', '-s', '10000000', '-e', `trace=${calls.join(',')}`, '-o', log];
}

export interface TracedCall {
  name: string;
  /** Numbers and words as they stand there; strings as their bytes. */
  args: (string | Buffer)[];
  result: number;
}

const whole = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/su;
const begun = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/su;
const resumed = /^(\d+) +<\.\.\. (\w+) resumed>(.*)$/su;

/** Calls that failed are left out. */
export function* readTrace(log: string): Generator<TracedCall> {
  const open = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [, beganAt, beganName, beganArgs] = begun.exec(line) ?? [];
    if (beganAt !== undefined) {
      open.set(beganAt, `${beganName}(${beganArgs}`);
      continue;
    }
    const [, process, , rest] = resumed.exec(line) ?? [];
    const joined = process === undefined ? line : `${process} ${open.get(process) ?? ''}${rest}`;
    const [, , name, args, result] = whole.exec(joined) ?? [];
    if (name === undefined || args === undefined || Number(result) < 0) continue;
    yield { name, args: readArguments(args), result: Number(result) };
  }
}

function readArguments(text: string): (string | Buffer)[] {
  return text.split(', ').map((part) => {
    if (!part.startsWith('"')) return part;
    return Buffer.from(part.slice(1, part.lastIndexOf('"')).replaceAll(String.raw`\x`, ''), 'hex');
  });
}

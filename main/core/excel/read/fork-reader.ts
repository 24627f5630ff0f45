import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ReaderChild, readerHeapFlags } from './reader-process.ts';

/** Starts the reading process under plain Node, where it may read files but write none and start nothing. */
export function forkReader(entry: string = entryPath()): ReaderChild {
  const child = fork(entry, [], {
    execArgv: [...readerHeapFlags, ...permissionFlags()],
    env: systemEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Windows would give it a black window where the program itself has none.
    windowsHide: true,
  });
  return {
    pid: child.pid,
    // A message to a process that is gone fails; its end is reported by itself.
    send: (message) => void child.send(Object(message), () => {}),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.on('exit', (code, signal) => listener({ aborted: signal === 'SIGABRT' || code === 134 }));
      child.on('error', () => listener({ aborted: false }));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Runs from source under development; in the bundle all chunks of main lie in one folder. */
function entryPath(): string {
  const entry = import.meta.url.endsWith('.ts') ? '../../../foreign-reader.ts' : './foreign-reader.js';
  return fileURLToPath(new URL(entry, import.meta.url));
}

function permissionFlags(): string[] {
  return process.allowedNodeEnvironmentFlags.has('--permission') ? ['--permission', '--allow-fs-read=*'] : [];
}

/** Windows starts no process without its system folder; nothing else of the environment is any use to the reader. */
function systemEnvironment(): NodeJS.ProcessEnv {
  const folder = process.env['SystemRoot'];
  return folder === undefined ? {} : { SystemRoot: folder };
}

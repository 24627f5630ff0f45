/*
 * Starts the unpacked portable program by the runtime beside it; 启动.cmd and 启动.sh only call this. A folder `data`
 * that somebody made beside them is the data folder, else the usual one of the PC's user is.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const program = dirname(fileURLToPath(import.meta.url));
const entry = join(program, 'dist', 'main', 'browser.js');
const beside = join(dirname(program), 'data');
const given = process.argv.slice(2);
const names = (name) => given.some((word) => word === name || word.startsWith(`${name}=`));
const switches = names('--data') || !existsSync(beside) ? given : ['--data', beside, ...given];

if (process.platform === 'win32' && !names('--no-open') && !names('--diagnose')) {
  // Node is a console program: without a console of its own no black window stays on the screen.
  spawn(process.execPath, [entry, ...switches], { detached: true, stdio: 'ignore' }).unref();
} else {
  process.argv = [process.execPath, entry, ...switches];
  await import(pathToFileURL(entry).href);
}

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/*
 * Runs as `program OUTSIDE`, in a network namespace that another one is joined to by a cable; OUTSIDE is the number of a
 * process in that other one. Starts the program here, looks from there at every port that anything here listens on, and
 * says what it found as one line of JSON.
 */

const HERE = '10.99.0.1';
const LISTENING = '0A';
const root = join(import.meta.dirname, '..', '..', '..');
const [outside = ''] = process.argv.slice(2);

export interface Scan {
  /** Ports of the program, and on which addresses: 0100007F is 127.0.0.1. */
  listening: string[];
  /** Those that answered from outside. */
  open: number[];
  /** A port that is open to everybody: whether the scan can see one at all. */
  control: number;
}

function listeningHere(): { address: string; port: number }[] {
  return ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/self/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/u))
      .filter(([, , , state]) => state === LISTENING)
      .map(([, local = '']) => local.split(':'))
      .map(([address = '', port = '']) => ({ address, port: Number.parseInt(port, 16) })),
  );
}

/** Which of the ports can be reached from the other namespace. */
function openFromOutside(ports: readonly number[]): number[] {
  const code = `
    const { connect } = require('node:net');
    const tried = ${JSON.stringify(ports)}.map((port) => new Promise((resolve) => {
      const socket = connect(port, '${HERE}', () => { socket.destroy(); resolve([port]); });
      socket.on('error', () => resolve([]));
      socket.setTimeout(3000, () => { socket.destroy(); resolve([]); });
    }));
    Promise.all(tried).then((open) => console.log(JSON.stringify(open.flat())));`;
  const scanned = execFileSync('nsenter', ['-t', outside, '-n', process.execPath, '-e', code], {
    encoding: 'utf8',
  });
  return JSON.parse(scanned) as number[];
}

const folder = mkdtempSync(join(tmpdir(), 'office-scan-'));
const launch = [
  join(root, 'main', 'launch.mjs'),
  'start',
  '--host',
  'browser',
  '--no-open',
  '--data',
  folder,
];
const program = spawn(process.execPath, launch, { stdio: ['ignore', 'pipe', 'inherit'] });
for await (const line of createInterface({ input: program.stdout })) if (line.startsWith('打开')) break;
const listening = listeningHere();
const control = createServer();
await new Promise<void>((resolve) => {
  control.listen(0, '0.0.0.0', resolve);
});
const open = openFromOutside(listeningHere().map(({ port }) => port));
const address = control.address();
const scan: Scan = {
  listening: listening.map((each) => each.address),
  open,
  control: typeof address === 'object' && address !== null ? address.port : 0,
};
process.stdout.write(`${JSON.stringify(scan)}\n`);
control.close();
program.kill('SIGTERM');
program.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

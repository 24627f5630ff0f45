import { type Browser, chromium } from 'playwright';
import { findTool } from '#tests/support/tools.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages live for seconds: room for what they make in that time costs less than clearing it away again and again, and
  // what V8's last compiler makes better comes too late to pay for itself.
  '--js-flags=--min-semi-space-size=32 --max-semi-space-size=64 --no-turbofan',
];

let running: Browser | undefined;

/** One Chromium for all test files that a worker runs one after another; each office opens windows of its own in it. */
export async function workersBrowser(): Promise<Browser> {
  if (running?.isConnected() !== true) running = await launch();
  return running;
}

/** Without it a process that is no test worker would not end. */
export async function closeBrowser(): Promise<void> {
  await running?.close();
}

function launch(): Promise<Browser> {
  const executablePath = findTool('chromium');
  if (executablePath === null) throw new Error('no Chromium was found');
  // Clerks' browsers show scroll bars, which take room.
  return chromium.launch({ executablePath, args: flags, ignoreDefaultArgs: ['--hide-scrollbars'] });
}

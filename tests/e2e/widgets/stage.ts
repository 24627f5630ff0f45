import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findTool } from '#tests/support/tools.ts';

const CHROMIUM_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** As strict as the program's own; `styleSources` beside the page's own files. */
const policy = (styleSources: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' ${styleSources}`;

export interface Stage {
  readonly browser: Browser;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the harness in this folder as the program's pages are built, serves it and starts the browser. */
export async function openStage(root: string, styleSources = ''): Promise<Stage> {
  const outDir = await mkdtemp(join(tmpdir(), `${basename(root)}-`));
  // The test runner's own mode would bring in React's much slower development build.
  process.env['NODE_ENV'] = 'production';
  const shared = { root, configFile: false, logLevel: 'warn' } as const;
  await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true, target: 'chrome109' } });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': policy(styleSources) } },
  });
  const executablePath = findTool('chromium');
  if (executablePath === null) throw new Error('no Chromium was found');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  const close = async () => {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
  return { browser, url: server.resolvedUrls?.local[0] ?? '', close };
}

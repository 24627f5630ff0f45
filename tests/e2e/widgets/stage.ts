import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright';
import { build, preview } from 'vite';
import { workersBrowser } from '../support/browser.ts';

/** As strict as the program's own; `styleSources` beside the page's own files. */
const policy = (styleSources: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' ${styleSources}`;

export interface Stage {
  readonly browser: Browser;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the harness in this folder as the program's pages are built and serves it. */
export async function openStage(root: string, styleSources = ''): Promise<Stage> {
  const outDir = await mkdtemp(join(tmpdir(), `${basename(root)}-`));
  const mode = process.env['NODE_ENV'];
  // The test runner's own mode would bring in React's much slower development build.
  process.env['NODE_ENV'] = 'production';
  const shared = { root, configFile: false, logLevel: 'warn' } as const;
  await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true, target: 'chrome109' } });
  process.env['NODE_ENV'] = mode;
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': policy(styleSources) } },
  });
  const browser = await workersBrowser();
  const close = async () => {
    for (const context of browser.contexts()) await context.close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
  return { browser, url: server.resolvedUrls?.local[0] ?? '', close };
}

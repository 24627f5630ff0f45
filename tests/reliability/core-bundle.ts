import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const source = (path: string) => join(root, path);

export interface CoreBundle {
  /** tests/support/child-core.ts, ready to be forked. */
  entry: string;
  remove(): void;
}

/** The core as it is shipped, in one bundle with the child that hosts it: starts twice as fast as the sources. */
export async function bundleChildCore(): Promise<CoreBundle> {
  const cache = source('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  // Inside the project, so that the database driver is found from there.
  const folder = mkdtempSync(join(cache, 'child-core-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node22',
      minify: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          'child-core': source('tests/support/child-core.ts'),
          reader: source('main/threads/reader.ts'),
          writer: source('main/threads/writer.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  cpSync(source('main/core/store/migrations'), join(folder, 'migrations'), { recursive: true });
  return {
    entry: join(folder, 'child-core.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

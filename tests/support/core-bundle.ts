import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const source = (path: string) => join(root, path);

export interface CoreBundle {
  folder: string;
  remove(): void;
}

/**
 * The core as it is shipped, with all its threads, in one bundle with the children that host it: it starts twice as
 * fast as the sources and needs no memory for stripping types.
 * @param entries of the children, by the name that each gets in the folder
 */
export async function bundleCore(entries: Readonly<Record<string, string>>): Promise<CoreBundle> {
  const results = source('test-results');
  mkdirSync(results, { recursive: true });
  // Inside the project, so that the database driver is found from there, and as deep in it as dist/main.
  const folder = mkdtempSync(join(results, 'core-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'playwright-core'] },
    build: {
      ssr: true,
      target: 'node22',
      minify: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, source(path)])),
          'foreign-reader': source('main/foreign-reader.ts'),
          job: source('main/threads/job.ts'),
          reader: source('main/threads/reader.ts'),
          schedule: source('main/threads/schedule.ts'),
          writer: source('main/threads/writer.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  // Else Node would first have to find out what kind of modules they are.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(source('main/core/store/migrations'), join(folder, 'migrations'), { recursive: true });
  cpSync(source('main/core/documents/read/cmaps'), join(folder, 'cmaps'), { recursive: true });
  cpSync(createRequire(import.meta.url).resolve('highs/runtime'), join(folder, 'highs.wasm'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const source = (path: string) => join(root, path);

type Entries = Readonly<Record<string, string>>;

export interface CoreBundle {
  folder: string;
  remove(): void;
}

/** What runs in one process or thread is bundled together, as in main/vite.config.ts. */
const portions: readonly Entries[] = [
  { browser: 'main/browser.ts', 'browser-process': 'main/browser-process.ts' },
  { reader: 'main/threads/reader.ts', writer: 'main/threads/writer.ts' },
  {
    cli: 'main/cli.ts',
    'foreign-reader': 'main/foreign-reader.ts',
    job: 'main/threads/job.ts',
    schedule: 'main/threads/schedule.ts',
  },
];

/**
 * The program as it is shipped, with all its threads, beside the children that host its core: they start twice as fast
 * as the sources and need no memory for stripping types.
 * @param children by the name that each gets in the folder
 */
export async function bundleCore(children: Entries): Promise<CoreBundle> {
  const results = source('test-results');
  mkdirSync(results, { recursive: true });
  // Inside the project, so that the database driver is found from there, and as deep in it as dist/main.
  const folder = mkdtempSync(join(results, 'core-'));
  for (const entries of [...portions, children]) await bundle(entries, folder);
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

async function bundle(entries: Entries, folder: string): Promise<void> {
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
      emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, source(path)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

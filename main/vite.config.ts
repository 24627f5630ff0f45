import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { collectLicences } from './portable/licences.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8')) as { version: string };

/** Empty in a folder without its history. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], {
      cwd: path('..'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** Migrations, the solver and the tables of PDF encodings are read at run time, beside the chunks. */
const copyFiles = {
  name: 'copy-files',
  closeBundle() {
    cpSync(path('./core/store/migrations'), path('../dist/main/migrations'), { recursive: true });
    cpSync(path('./core/documents/read/cmaps'), path('../dist/main/cmaps'), {
      recursive: true,
      // What a package leaves out is not asked of it.
      filter: (source) => !source.endsWith('.gitattributes'),
    });
    cpSync(createRequire(import.meta.url).resolve('highs/runtime'), path('../dist/main/highs.wasm'));
  },
};

/** Shown to whoever asks what the program is made of. */
const writeLicences = {
  name: 'write-licences',
  closeBundle() {
    writeFileSync(path('../dist/main/licences.json'), JSON.stringify(collectLicences(path('..'))));
  },
};

export default defineConfig({
  root: path('.'),
  define: { __PROGRAM_VERSION__: JSON.stringify(version), __PROGRAM_BUILD__: JSON.stringify(commit()) },
  plugins: [copyFiles, writeLicences],
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'playwright-core'] },
  build: {
    ssr: true,
    target: 'node22',
    outDir: path('../dist/main'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        browser: path('./browser.ts'),
        'browser-process': path('./browser-process.ts'),
        cli: path('./cli.ts'),
        'core-process': path('./core-process.ts'),
        electron: path('./electron.ts'),
        'foreign-reader': path('./foreign-reader.ts'),
        job: path('./threads/job.ts'),
        reader: path('./threads/reader.ts'),
        schedule: path('./threads/schedule.ts'),
        writer: path('./threads/writer.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

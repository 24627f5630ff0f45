import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';
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

/**
 * What runs in one process or thread is bundled without regard to the others: else the code would fall into a hundred
 * chunks, one for each set of programs that share it, and finding and linking those takes a third of a thread's start.
 */
const portions = {
  serving: ['browser', 'browser-process', 'core-process', 'electron'],
  threads: ['threads/reader', 'threads/writer'],
  tools: ['cli', 'foreign-reader', 'threads/job', 'threads/schedule'],
};

function portion(entries: readonly string[], isOfFirst: boolean): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3', 'playwright-core'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir: path('../dist/main'),
      emptyOutDir: isOfFirst,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [basename(entry), path(`./${entry}.ts`)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

function isFirst({ name }: { name: string }): boolean {
  return name === 'serving';
}

/** Migrations, the solver and the tables of PDF encodings are read at run time, beside the chunks. */
const copyFiles = {
  name: 'copy-files',
  applyToEnvironment: isFirst,
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
  applyToEnvironment: isFirst,
  closeBundle() {
    writeFileSync(path('../dist/main/licences.json'), JSON.stringify(collectLicences(path('..'))));
  },
};

export default defineConfig({
  root: path('.'),
  define: { __PROGRAM_VERSION__: JSON.stringify(version), __PROGRAM_BUILD__: JSON.stringify(commit()) },
  plugins: [copyFiles, writeLicences],
  environments: {
    serving: portion(portions.serving, true),
    threads: portion(portions.threads, false),
    tools: portion(portions.tools, false),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (Object.hasOwn(portions, environment.name)) await builder.build(environment);
      }
    },
  },
});

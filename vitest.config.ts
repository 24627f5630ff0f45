import { defineConfig } from 'vitest/config';
import { isProgramOnly } from './tests/run-steps.ts';

/** It puts something of its own in the place of a module, which no other file must meet. */
const withOwnModule = 'tests/main/features/assessment/export/through-the-contract.test.ts';

/** They put something in the place of modules or of the process itself, or look at all that a process has loaded. */
const ownProcess = [
  'tests/main/shell/**/*.test.ts',
  'tests/main/core/files/place-folder.test.ts',
  'tests/main/hosts/{reader-spawner,rescue-window,window-elsewhere}.test.ts',
  'tests/main/core/store/{node-driver,schema}.test.ts',
];

/** With `TEST_SCOPE=program`: neither the user nor the environment can touch them, and they take long. */
const outOfScope = isProgramOnly
  ? [
      'tests/main/core/solver/!(job).test.ts',
      'tests/main/core/{documents,excel,secrecy}/**',
      'tests/main/cli/{schedule,rule}.test.ts',
    ]
  : [];

export default defineConfig({
  test: {
    globalSetup: 'tests/support/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'features',
          include: ['tests/{renderer,shared,main/features}/**/*.test.{ts,tsx}'],
          exclude: [withOwnModule],
          // Loading the program's modules takes longer than most of these files run: they share them.
          isolate: false,
          env: { OFFICE_THREADS: 'in-process' },
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/{contract,migrations,main}/**/*.test.ts'],
          exclude: ['tests/main/features/**', ...ownProcess, ...outOfScope],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'own-process', include: ownProcess } },
      { extends: true, test: { name: 'apart', include: ['tests/reliability/**/*.test.ts', withOwnModule] } },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/support/global-setup.ts',
    setupFiles: 'tests/e2e/support/failed-screens.ts',
    maxWorkers: 2,
    // A worker's files share what it has loaded, and its browser.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A busy machine answers late; what never comes still fails.
    expect: { poll: { timeout: 30_000 } },
  },
});

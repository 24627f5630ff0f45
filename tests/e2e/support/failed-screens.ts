import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openPages } from './office.ts';

const results = join(import.meta.dirname, '..', '..', '..', 'test-results');

/** What stood on the screens when a test failed lies beside the results. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [place, page] of [...openPages].entries()) {
    if (page.isClosed()) continue;
    await page.screenshot({ path: join(results, `failed-${task.id}-${place}.png`) });
  }
});

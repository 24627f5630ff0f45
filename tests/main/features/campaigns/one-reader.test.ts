import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '..', '..', '..', '..', 'main');

it('targets are read and written in one place only, where those of secret campaigns are sealed', () => {
  const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const naming = (words: string) =>
    files
      .filter((file) => readFileSync(join(main, file), 'utf8').includes(words))
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted();
  expect(naming('campaign_target')).toEqual([
    'core/store/tables.ts',
    // Of every sealed table alike, and what the log saw of it.
    'features/campaigns/secrecy/hidden-columns.ts',
    'features/campaigns/secrecy/queries.ts',
    'features/campaigns/target-queries.ts',
    'features/campaigns/targets.ts',
  ]);
  expect(naming('target-queries.ts')).toEqual(['features/campaigns/targets.ts']);
});

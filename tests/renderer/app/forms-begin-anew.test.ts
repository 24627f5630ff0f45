import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..', 'renderer');

/** What is written within the opening tag of each form of a file. */
function formTags(source: string): string[] {
  return [...source.matchAll(/<Form(?:<[^>]*>)?\s([\s\S]*?[^=])>\n/g)].map(([, within = '']) => within);
}

it('a form that begins anew by its key holds its own values: those of a kept store would go before what is stored now', () => {
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .filter((name) =>
      formTags(readFileSync(join(root, name), 'utf8')).some(
        (within) => /(^|\s)key=/.test(within) && /(^|\s)form=/.test(within),
      ),
    );
  expect(found).toEqual([]);
});

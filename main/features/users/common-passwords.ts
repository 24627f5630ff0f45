import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommonWords } from '#shared/rules/users/guessed-passwords.ts';

let known: CommonWords | null = null;

/** The words that come with the program; how they are written stands in the file itself. */
export function readCommonPasswords(resourcesFolder: string): CommonWords {
  known ??= parse(readFileSync(join(resourcesFolder, 'passwords', 'common.txt'), 'utf8'));
  return known;
}

function parse(text: string): CommonWords {
  const entries = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '');
  return {
    words: new Set(entries.filter((word) => !word.endsWith('*'))),
    beginnings: entries.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { threadBundle } from '#tests/support/thread-bundle.ts';

/*
 * Every start loads what serves the pages, the writer and a reader; what only some jobs need would cost each of them, and the jobs that take
 * tables in, a quarter of a second.
 */

function bundleFolder(): string {
  const folder = threadBundle();
  if (folder === undefined) throw new Error('the bundle of this test run was not made');
  return folder;
}

/** Everything that a chunk of the bundle loads with itself. */
function loadedText(entry: string): string {
  const folder = bundleFolder();
  const texts = new Map<string, string>();
  const open = [entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (texts.has(name)) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    texts.set(name, text);
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/gu)) {
      if (imported !== undefined) open.push(imported);
    }
  }
  return [...texts.values()].join('\n');
}

const writersOfFiles = ['wordprocessingml', 'spreadsheetml'];

describe('what writes files for Word and Excel', () => {
  it.each(['browser-process.js', 'writer.js', 'reader.js', 'job.js'])('is not loaded by %s', (entry) => {
    const text = loadedText(entry);
    expect(writersOfFiles.filter((word) => text.includes(word))).toEqual([]);
  });

  it('is not loaded with the checks of ledgers that the job which reads returned tables makes', () => {
    const chunks = readdirSync(bundleFolder()).filter((name) => /^(?:read-job|returned-checks)/u.test(name));
    expect(chunks.length).toBeGreaterThan(1);
    const text = chunks.map(loadedText).join('\n');
    expect(writersOfFiles.filter((word) => text.includes(word))).toEqual([]);
  });

  it('is loaded with the jobs that write', () => {
    const chunk = readdirSync(bundleFolder()).find((name) => name.startsWith('job-work'));
    const text = loadedText(chunk ?? '');
    expect(writersOfFiles.filter((word) => !text.includes(word))).toEqual([]);
  });
});

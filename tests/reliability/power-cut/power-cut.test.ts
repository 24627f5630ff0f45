import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { findTracer } from '#tests/support/tracer.ts';
import { describe, expect, it } from 'vitest';
import { makeFixture, prepareStore } from '../at-work/fixture.ts';
import { seedOfRun } from '../at-work/random.ts';
import { note } from '../at-work/figures.ts';
import { cutPower, type Scene } from './cut-power.ts';

/** States over all scenes; `npm run torture` opens 50 000 and more. */
const STATES = Number(process.env['CUT_STATES'] ?? 400);

const scenes: readonly (Scene & { words: string; share: number })[] = [
  { words: 'while a new store is made and saves', work: 'saving', rounds: 25, isNew: true, share: 0.3 },
  { words: 'while a large import is saved', work: 'importing', rounds: 3, share: 0.1 },
  { words: 'while files are attached', work: 'attaching', rounds: 10, share: 0.1 },
  { words: 'while returned workbooks are kept', work: 'collecting', rounds: 3, share: 0.1 },
  { words: 'while the write-ahead log is taken over', work: 'checkpointing', rounds: 14, share: 0.1 },
  { words: 'while backups are made', work: 'backing-up', rounds: 3, withBackups: true, share: 0.1 },
  { words: 'while a backup is restored', work: 'restoring', rounds: 2, withBackups: true, share: 0.1 },
  {
    words: 'while a store is migrated',
    work: 'opening',
    rounds: 0,
    isLater: true,
    withBackups: true,
    share: 0.1,
  },
];

const tracer = await findTracer();

describe.skipIf(tracer === null)('a power cut', () => {
  it.each(scenes)('$words loses nothing that was acknowledged', { timeout: 7_200_000 }, async (given) => {
    const { share, ...scene } = given;
    const fixture = makeFixture();
    const { folder: pattern, saved } = await prepareStore(fixture);
    const seed = seedOfRun();
    const states = Math.ceil(STATES * share);
    // A migration opens once and ends.
    const rounds = scene.work === 'opening' ? 1 : scene.rounds;
    const result = await cutPower({
      fixture,
      scene: { ...scene, rounds },
      tracer: tracer!,
      pattern,
      saved,
      states,
      seed,
    });
    note(`power cut ${scene.words}`, `${result.states} states at ${result.calls} calls, seed ${seed}`);
    expect(result.faults).toEqual([]);
    // Some cuts leave the same; were it nearly all, the record would hold next to nothing.
    expect(result.states).toBeGreaterThan(states / 4);
  });

  it('is noticed by this test to lose acknowledged operations where SQLite does not sync', async () => {
    const fixture = makeFixture();
    const { folder: pattern, saved } = await prepareStore(fixture);
    const copy = join(fixture.base, 'copy');
    cpSync(pattern, copy, { recursive: true });
    const result = await cutPower({
      fixture,
      scene: { work: 'saving', rounds: 10 },
      tracer: tracer!,
      pattern: copy,
      saved,
      states: 60,
      seed: 1,
      env: { BREAK_SYNCS: '1' },
    });
    expect(result.faults.join('\n')).toContain('acknowledged but lost');
  });
});

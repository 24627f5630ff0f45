import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultMigrationFolder, readMigrations } from '#main/core/store/migration-folder.ts';
import { type Client, startTestCore, type TestCore } from '#tests/support/core.ts';
import { lookAtOffice } from './small-office.ts';

const newest = readMigrations(defaultMigrationFolder).list.length;
const releases = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.zip'))
  .map((name) => name.replace('.zip', ''));

/** A copy of the kept folder, opened by this program with its clerk signed in. */
async function openRelease(release: string): Promise<{ core: TestCore; client: Client; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'office-old-'));
  for (const [name, bytes] of Object.entries(
    unzipSync(new Uint8Array(readFileSync(join(import.meta.dirname, `${release}.zip`)))),
  ))
    writeFileSync(join(folder, name), bytes);
  const core = await startTestCore(folder);
  onTestFinished(async () => {
    await core.close();
    rmSync(folder, { recursive: true });
  });
  const client = core.window();
  const { users } = await client.session.state();
  await client.session.signIn({ userUid: users.find(({ name }) => name === '李明')!.uid });
  return { core, client, folder };
}

it('keeps a data folder of every release', () => {
  expect(releases).toContain('version-2');
});

describe.each(releases)('a data folder of %s', (release) => {
  const { operations, ...shown } = JSON.parse(
    readFileSync(join(import.meta.dirname, `${release}.json`), 'utf8'),
  ) as { operations: number };

  it('shows the same organizations, schemes, scores, totals, ranks and log after its upgrade', async () => {
    const { client, folder } = await openRelease(release);
    expect(await lookAtOffice(client, operations)).toEqual(shown);
    const log = await client.history.verify();
    expect(log).toMatchObject({ intact: true, problem: null });
    const missing = newest - Number(release.replace('version-', ''));
    expect(log.operations).toBeGreaterThanOrEqual(operations + missing);
    const backups = missing === 0 ? [] : readdirSync(join(folder, 'backups'));
    expect(backups).toHaveLength(missing === 0 ? 0 : 1);
  });

  it('takes new scores, and takes nothing back from before its upgrade', async () => {
    const { client } = await openRelease(release);
    const running = (await client.assessment.periods()).find(({ status }) => status === 'open');
    const { groups } = await client.assessment.period({ uid: running!.uid });
    const frame = await client.assessment.frame({ groupUid: groups[0]!.uid });
    const change = {
      objectUid: frame.objects[0]!.uid,
      indicatorUid: frame.scheme.indicators[3]!.uid,
      base: null,
      entry: { direct: 12_000, inputs: {}, notApplicable: false, reason: '' },
    };
    const { changed } = await client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: [change],
    });
    expect(changed).toBe(1);
    expect((await client.history.undo({})).label).toBe('评分');
    await expect(client.history.undo({})).rejects.toMatchObject({ code: 'undoImpossible' });
    expect((await client.history.verify()).intact).toBe(true);
  });
});

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { defaultMigrationFolder, readMigrations } from '#main/core/store/migration-folder.ts';
import { type Client, startTestCore, type TestCore } from '#tests/support/core.ts';
import { requireKeptRelease } from '#main/portable/kept-release.ts';
import { type KeptFolder, makeDataFolder } from './data-folder.ts';
import { lookAtOffice } from './small-office.ts';

const newest = readMigrations(defaultMigrationFolder).list.length;
const releases = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.zip'))
  .map((name) => name.replace('.zip', ''));

/** A copy of the kept folder, opened by this program with its clerk signed in. */
async function openRelease(zip: Uint8Array): Promise<{ core: TestCore; client: Client; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'office-old-'));
  for (const [name, bytes] of Object.entries(unzipSync(zip))) writeFileSync(join(folder, name), bytes);
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
  // The only one so far: what follows the second migration is in work.
  expect(releases).toContain('version-2');
});

describe('a data folder of the program in work', () => {
  let made: KeptFolder;
  beforeAll(async () => {
    made = await makeDataFolder();
  });

  it('can be kept, and shows the same when it is opened again', async () => {
    const { operations, schemaHash, ...shown } = made.facts;
    expect(made.name).toBe(`version-${newest}`);
    expect(schemaHash).toMatch(/^[0-9a-f]{64}$/u);
    const { client } = await openRelease(made.zip);
    expect(await lookAtOffice(client, operations)).toEqual(shown);
  });

  it('is asked for by a release, and asked for anew where its schema has changed since', () => {
    const root = mkdtempSync(join(tmpdir(), 'office-root-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const [sealed, kept] = ['main/core/store/migrations', 'tests/migrations'].map((path) => join(root, path));
    for (const folder of [sealed!, kept!]) mkdirSync(folder, { recursive: true });
    cpSync(join(defaultMigrationFolder, 'manifest.json'), join(sealed!, 'manifest.json'));
    expect(() => requireKeptRelease(root)).toThrow(`${made.name}.zip`);
    writeFileSync(join(kept!, `${made.name}.zip`), made.zip);
    writeFileSync(join(kept!, `${made.name}.json`), JSON.stringify(made.facts));
    expect(() => requireKeptRelease(root)).not.toThrow();
    writeFileSync(join(kept!, `${made.name}.json`), JSON.stringify({ ...made.facts, schemaHash: '' }));
    expect(() => requireKeptRelease(root)).toThrow('又改过');
  });
});

describe.each(releases)('a data folder of %s', (release) => {
  const zip = new Uint8Array(readFileSync(join(import.meta.dirname, `${release}.zip`)));
  const facts = readFileSync(join(import.meta.dirname, `${release}.json`), 'utf8');
  // The first release did not tell its schema yet.
  const { operations, schemaHash: _, ...shown } = JSON.parse(facts) as KeptFolder['facts'];

  it('shows the same organizations, schemes, scores, totals, ranks and log after its upgrade', async () => {
    const { client, folder } = await openRelease(zip);
    expect(await lookAtOffice(client, operations)).toEqual(shown);
    const log = await client.history.verify();
    expect(log).toMatchObject({ intact: true, problem: null });
    const missing = newest - Number(release.replace('version-', ''));
    expect(log.operations).toBeGreaterThanOrEqual(operations + missing);
    const backups = missing === 0 ? [] : readdirSync(join(folder, 'backups'));
    expect(backups).toHaveLength(missing === 0 ? 0 : 1);
  });

  it('takes new scores, and takes nothing back from before its upgrade', async () => {
    const { client } = await openRelease(zip);
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

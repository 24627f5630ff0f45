/**
 * Child process: a store at work, which says each thing only after it is done. What it does comes by the command line;
 * it ends by itself after `rounds`, or never where that is 0.
 * `saving` small operations · `importing` large ones · `attaching` with kept files · `collecting` with several kept at
 * once · `checkpointing` so much that the write-ahead log is taken over again and again · `backing-up` · `restoring`
 * backs up, goes on, takes the backup back · `opening` only opens, which migrates where the migrations are newer ·
 * `everything` all of them in turn.
 * What goes wrong is told and done again, by a store that was opened anew where the store asks for that.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import type { FoundBackup } from '#main/core/backups/place.ts';
import { prepareRestore } from '#main/core/backups/restore.ts';
import { createFileKeeper } from '#main/core/files/file-keeper.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import { StoreError } from '#main/core/store/errors.ts';
import { readMigrations } from '#main/core/store/migration-folder.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { fromThreadError, toThreadError } from '#main/core/threads/thread-error.ts';
import { operation } from '#tests/support/store-operation.ts';
import { item } from './item-table.ts';
import { breakSyncs } from './no-syncs.ts';
import type { Told } from './told.ts';

const [folder = '', migrationFolder = '', work = '', first = '1', rounds = '0'] = process.argv.slice(2);
const go = { progress: () => undefined, throwIfCancelled: () => undefined };
const TRIES = 8;
const COLLECTED = 5;
/** What the clerk clears away when the disk is full. */
const ballast = process.env['CLEARED_WHEN_FULL'];

if (process.env['BREAK_SYNCS'] === '1') breakSyncs();
let next = Number(first);
let store: Store | undefined;

function tell(...told: Told): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

function open(): Store {
  store = openStore(folder, { migrationFolder, programVersion: '0.1.0' });
  return store;
}

/** Does it again until it works: a disk is cleared, a store that stopped writing is opened anew. */
async function untilDone<Result>(step: () => Result | Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step();
    } catch (error) {
      refuse(error);
      if (tries === TRIES) throw error;
      if (error instanceof StoreError && error.kind !== 'diskFull') close();
    }
  }
}

/** In the words that a page gets. */
function refuse(error: unknown): void {
  const thrown = toThreadError(error);
  const { message } = fromThreadError(thrown);
  if (thrown.code === 'internal') tell('refused', `${message} ${thrown.detail}`, false);
  else tell('refused', message, true);
  if (ballast !== undefined) rmSync(ballast, { force: true });
}

function close(): void {
  const closing = store;
  store = undefined;
  try {
    closing?.close();
  } catch (error) {
    refuse(error);
  }
}

/** @param size rows · @param letters of each */
async function save(size: number, letters: number, sha256: string | null = null): Promise<void> {
  await untilDone(() => {
    // A number of its own for each try: after a failed sync nobody knows whether the first is there.
    const number = next;
    next += 1;
    (store ?? open()).transact(operation({ name: 'item.add', label: '添加' }), (tx) => {
      for (let place = 0; place < size; place += 1)
        tx.insert(item, { operation: number, size, sha256, filler: `${number}/`.repeat(letters / 4) });
    });
    tell('saved', number);
  });
}

/** As a page sends it. */
function upload(name: string): { source: string; sha256: string } {
  const content = Buffer.from(`${name} `.repeat(700));
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming, { recursive: true });
  const source = join(incoming, name);
  writeFileSync(source, content);
  return { source, sha256: createHash('sha256').update(content).digest('hex') };
}

async function attach(): Promise<void> {
  const sha256 = await untilDone(() => {
    const file = upload(`upload-${next}`);
    keepFile(folder, file.source, file.sha256);
    return file.sha256;
  });
  await save(1, 40, sha256);
}

/** Several files at once, as returned workbooks; then what names them. */
async function collect(): Promise<void> {
  const kept = await untilDone(async () => {
    const keeper = createFileKeeper(folder);
    const files = Array.from({ length: COLLECTED }, (_unused, place) => upload(`returned-${next}-${place}`));
    try {
      for (const { source, sha256 } of files) keeper.keep(source, sha256);
      await keeper.finish();
    } finally {
      await keeper.giveUp();
    }
    return files;
  });
  for (const { sha256 } of kept) await save(1, 40, sha256);
}

async function backUp(): Promise<FoundBackup> {
  return untilDone(async () => {
    const making = { dataFolder: folder, kind: 'manual' as const, programVersion: '0.1.0', now: Date.now() };
    const backup = await makeBackup({ ...making, ...go });
    tell('backed', backup.name);
    return backup;
  });
}

async function restore(): Promise<void> {
  const backup = await backUp();
  await save(2, 40);
  tell('restoring', backup.name);
  await untilDone(async () => {
    const temporaryFolder = join(folder, 'incoming');
    mkdirSync(temporaryFolder, { recursive: true });
    const note = { backup: backup.name, madeAt: backup.madeAt, userUid: null, userName: '张三' };
    const place = ownPlace(folder);
    const restoring = { place, backup, opener: null, temporaryFolder, migrationFolder, ...go };
    await prepareRestore(restoring, folder, { ...note, preparedAt: Date.now() });
  });
  tell('prepared', backup.name);
  close();
  await untilDone(() => store ?? open());
  tell('restored');
}

const works: Readonly<Record<string, () => Promise<void>>> = {
  saving: () => save(2, 40),
  importing: () => save(300, 80),
  attaching: attach,
  collecting: collect,
  checkpointing: () => save(4, 100_000),
  'backing-up': async () => {
    await attach();
    await backUp();
  },
  restoring: async () => {
    await attach();
    await restore();
  },
  opening: () => Promise.resolve(),
};
const inTurn = ['saving', 'attaching', 'backing-up', 'restoring'];

tell('loaded');
await untilDone(() => store ?? open());
tell('opened', readMigrations(migrationFolder).list.length);
const end = rounds === '0' ? Number.POSITIVE_INFINITY : Number(rounds);
for (let round = 0; round < end; round += 1) {
  const name = work === 'everything' ? inTurn[round % inTurn.length]! : work;
  await works[name]!();
}
close();
tell('ended');

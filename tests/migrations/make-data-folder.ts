/**
 * Keeps the data folder of a release: run it once with the release's own program, when its migrations are frozen.
 * Usage: node main/launch.mjs run tests/migrations/make-data-folder.ts
 * Writes version-N.zip, and version-N.json with what the program showed of it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { defaultMigrationFolder, readMigrations } from '#main/core/store/migration-folder.ts';
import { startTestCore } from '#tests/support/core.ts';
import { fillOffice, lookAtOffice } from './small-office.ts';

const kept = ['store.db', 'chain-head.json'];
const mostBytes = 2 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'office-release-'));
const core = await startTestCore(folder);
const client = await fillOffice(core);
const { operations } = await client.history.verify();
const shown = { operations, ...(await lookAtOffice(client, operations)) };
await core.close();

const files = readdirSync(folder).filter((name) => kept.includes(name));
const packed = zipSync(
  Object.fromEntries(files.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))])),
  { level: 9 },
);
if (packed.length > mostBytes) throw new Error(`${packed.length} bytes are more than a release may keep`);
const name = `version-${readMigrations(defaultMigrationFolder).list.length}`;
writeFileSync(join(import.meta.dirname, `${name}.zip`), packed);
writeFileSync(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(shown, null, 2)}\n`);
rmSync(folder, { recursive: true });
process.stdout.write(`${name}: ${operations} operations, ${packed.length} bytes\n`);

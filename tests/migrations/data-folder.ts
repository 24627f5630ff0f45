import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { defaultMigrationFolder, readMigrations } from '#main/core/store/migration-folder.ts';
import { startTestCore } from '#tests/support/core.ts';
import { fillOffice, lookAtOffice } from './small-office.ts';

const kept = ['store.db', 'chain-head.json'];
const mostBytes = 2 * 1024 * 1024;

export interface KeptFolder {
  /** version-N, by the number of its migrations. */
  name: string;
  zip: Uint8Array;
  /** What the program showed of it, and the schema that it was made with. */
  facts: { operations: number; schemaHash: string } & Record<string, unknown>;
}

/** A data folder of the program as it is now. */
export async function makeDataFolder(): Promise<KeptFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'office-release-'));
  try {
    const core = await startTestCore(folder);
    const client = await fillOffice(core);
    const { operations } = await client.history.verify();
    const shown = await lookAtOffice(client, operations);
    await core.close();
    const files = readdirSync(folder).filter((name) => kept.includes(name));
    const zip = zipSync(
      Object.fromEntries(files.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))])),
      { level: 9 },
    );
    if (zip.length > mostBytes) throw new Error(`${zip.length} bytes are more than a release may keep`);
    const { list } = readMigrations(defaultMigrationFolder);
    const schemaHash = list.at(-1)?.schemaHash ?? '';
    return { name: `version-${list.length}`, zip, facts: { operations, schemaHash, ...shown } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Writes manifest.json anew from the .sql files of a folder, by running them on an empty store.
 * Usage: node main/core/store/migrations/seal.ts
 */
import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database.ts';
import { manifestFile, type Migration, readSqlFile } from '../migration-folder.ts';
import { schemaHash } from '../schema.ts';

export function sealMigrations(folder: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'seal-'));
  const database = openDatabase(join(scratch, 'scratch.db'), 'write');
  try {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .toSorted();
    const list: Migration[] = files.map((file) => {
      const sql = readSqlFile(folder, file);
      database.exec(sql);
      return {
        version: Number(file.slice(0, 4)),
        file,
        sha256: hash('sha256', sql),
        schemaHash: schemaHash(database),
      };
    });
    writeFileSync(join(folder, manifestFile), `${JSON.stringify(list, null, 2)}\n`);
  } finally {
    database.close();
    rmSync(scratch, { recursive: true });
  }
}

if (import.meta.main) sealMigrations(import.meta.dirname);

/**
 * Keeps the data folder of a release: run it once with the release's own program, when its migrations are frozen.
 * Usage: node main/launch.mjs run tests/migrations/make-data-folder.ts
 * Writes version-N.zip, and version-N.json with what the program showed of it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from './data-folder.ts';

const { name, zip, facts } = await makeDataFolder();
writeFileSync(join(import.meta.dirname, `${name}.zip`), zip);
writeFileSync(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(facts, null, 2)}\n`);
process.stdout.write(`${name}: ${facts.operations} operations, ${zip.length} bytes\n`);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { libraryLevels } from '#shared/rules/library/model.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { clauseColumnsOf } from './columns.ts';
import { insertEntry, similarEntries } from './entries.ts';

const dayOrNull = z.iso.date().nullable().default(null);
const fileSchema = z.array(
  z.strictObject({
    title: z.string(),
    number: z.string().default(''),
    issuer: z.string().default(''),
    level: z.enum(libraryLevels),
    issuedOn: dayOrNull,
    inForceFrom: dayOrNull,
    inForceTo: dayOrNull,
    /** Number of the entry of this file that has taken its place. */
    replacedBy: z.string().nullable().default(null),
    subjects: z.string().default(''),
    /** Those that the program's own rules rest on: what they are about, without their text. */
    clauses: z.array(z.strictObject({ number: z.string(), heading: z.string() })).default([]),
  }),
);

/** Titles and numbers that come with the program; their texts are the office's to add. */
function readCatalogue(resourcesFolder: string): z.infer<typeof fileSchema> {
  const file = join(resourcesFolder, 'library', 'catalogue.json');
  return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Those of which nothing similar is there. @returns how many */
export function loadCatalogue(db: WriteStore, resourcesFolder: string, now: number): number {
  const shipped = readCatalogue(resourcesFolder);
  const missing = shipped.filter(({ title, number }) => similarEntries(db, title, number).length === 0);
  // The list shows the last first; what has taken another's place is there before it.
  for (const entry of missing
    .toReversed()
    .toSorted((one, other) => Number(one.replacedBy !== null) - Number(other.replacedBy !== null))) {
    const { replacedBy, clauses, ...fields } = entry;
    const [replacing] = replacedBy === null ? [] : similarEntries(db, '', replacedBy);
    const { id } = insertEntry(
      db,
      {
        ...fields,
        abstract: '',
        validity: replacedBy === null ? 'valid' : 'replaced',
        replacedByUid: replacing?.uid ?? null,
      },
      now,
    );
    for (const [place, clause] of clauses.entries())
      db.insert('library_clause', {
        entry_id: id,
        position: place + 1,
        ...clauseColumnsOf({ ...clause, text: '' }),
      });
  }
  return missing.length;
}

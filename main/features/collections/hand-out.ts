import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { distinctFileNames } from '#main/core/files/file-names.ts';
import { writeZip } from '#main/core/files/write-zip.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { definitionDigest } from './digest.ts';
import type { CollectionRow, UnitRow } from './queries.ts';
import { definitionOf, givenRowsOf, requireCollection, requireUnits } from './rows.ts';
import type { Corrections } from './workbook/model.ts';
import { writeHandedWorkbook } from './workbook/write.ts';

export interface HandOutInput {
  uid: string;
  unitUids: string[];
  /** One unit's workbook stands by itself; those of several in a folder or a .zip. */
  as: 'file' | 'folder' | 'zip';
  office: string;
}

export interface HandedOut {
  path: string;
  /** Of the file or folder, as the clerk finds it. */
  name: string;
}

/** A workbook for each unit. @returns a file or folder in the job's own folder */
export function handOutWorkbooks(input: HandOutInput, job: JobContext): Promise<HandedOut> {
  const collection = requireCollection(job.db, input.uid);
  const units = requireUnits(job.db, collection, input.unitUids);
  return writeForUnits(
    collection,
    units.map((unit) => ({ unit })),
    { ...input, title: collection.title },
    job,
  );
}

/** @param title of the folder, and of each file behind the unit's name */
export async function writeForUnits(
  collection: CollectionRow,
  units: readonly { unit: UnitRow; corrections?: Corrections }[],
  { as, office, title }: Pick<HandOutInput, 'as' | 'office'> & { title: string },
  job: JobContext,
): Promise<HandedOut> {
  const names = distinctFileNames(units.map(({ unit }) => `${unit.name} ${title}.xlsx`));
  const folder = join(job.temporaryFolder, 'handed');
  mkdirSync(folder);
  const write = unitWriter(collection, office, job);
  for (const [place, { unit, corrections }] of units.entries()) {
    job.progress(place / units.length, `正在写“${unit.name}”的表(${place + 1}/${units.length})`);
    await write(join(folder, names[place] ?? ''), unit, corrections);
    job.throwIfCancelled();
  }
  job.progress(1, '正在存到导出文件夹');
  const [first = ''] = names;
  if (as === 'file') return { path: join(folder, first), name: first };
  if (as === 'folder') return { path: folder, name: title };
  const path = join(job.temporaryFolder, 'handed.zip');
  await writeZip(path, folder, names, () => job.throwIfCancelled());
  return { path, name: `${title}.zip` };
}

function unitWriter(
  collection: CollectionRow,
  office: string,
  job: JobContext,
): (path: string, unit: UnitRow, corrections: Corrections | undefined) => Promise<void> {
  const definition = definitionOf(collection);
  const digest = definitionDigest(definition);
  const { uid: collectionUid, title, instruction, due_on: dueOn } = collection;
  return (path, unit, corrections) => {
    const { uid: unitUid, version } = unit;
    const workbook = {
      title,
      instruction,
      dueOn,
      office,
      definition,
      unit: { organizationUid: unit.organization_uid, unitName: unit.name, rows: givenRowsOf(unit) },
      identity: { collectionUid, unitUid, version, digest },
      ...(corrections === undefined ? {} : { corrections }),
    };
    return writeHandedWorkbook(path, workbook, () => job.throwIfCancelled());
  };
}

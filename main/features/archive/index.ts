import { v7 } from 'uuid';
import type { archive as contract, MadeArchive } from '#shared/contract/archive.ts';
import { AppError } from '#shared/errors.ts';
import { archiveTitle } from '#shared/rules/archive/names.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { allArchives, archiveByUid, type ArchiveRow, firstDay } from './queries.ts';

/** Yearly archives (年度归档): which were made. What goes into them, each feature tells in its `archive.ts`. */
export const archive: Handlers<typeof contract> = {
  list: (_input, { db }) => db.all(allArchives).map(toMade),

  years(_input, { db, today }) {
    const latest = yearOf(today);
    const first = Math.min(latest, yearOf(db.get(firstDay)?.first_day ?? today));
    return Array.from({ length: latest - first + 1 }, (_, place) => latest - place);
  },

  register({ leftOut, warnings, ...made }, { db, caller, now, summarize }) {
    const uid = v7();
    db.insert('archive', {
      uid,
      ...made,
      left_out: leftOut,
      warnings: JSON.stringify(warnings),
      made_at: now,
      made_by: caller.userName,
    });
    summarize(`${archiveTitle(made.year)}，${made.files} 个文件`);
    return { uid };
  },
};

/** Handlers that only the core itself calls. */
export const archiveForCore = {
  /** @throws AppError notFound */
  made({ uid }: { uid: string }, { db }: ReadContext): MadeArchive {
    const row = db.get(archiveByUid, { uid });
    if (row === undefined) throw new AppError('notFound', { what: '这次归档' });
    return toMade(row);
  },
};

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Stored by `register`, so it has this shape. */
function toMade({ left_out, warnings, made_at, made_by, ...row }: ArchiveRow): MadeArchive {
  return {
    ...row,
    leftOut: left_out,
    warnings: JSON.parse(warnings) as string[],
    madeAt: made_at,
    madeBy: made_by,
  };
}

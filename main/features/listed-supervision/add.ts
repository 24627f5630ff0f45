import { v7 } from 'uuid';
import type { WriteContext } from '#main/core/handlers.ts';
import { boardDueWith } from './board-due.ts';
import { type ListedFields, listedColumns } from './update.ts';

export interface NewListed extends ListedFields {
  dueOn: string;
  /** Null: not hung yet. */
  boardHungOn: string | null;
}

/** @returns its uid */
export function addListed(
  context: Pick<WriteContext, 'db' | 'resourcesFolder'>,
  { dueOn, boardHungOn, ...fields }: NewListed,
): string {
  const uid = v7();
  const { db } = context;
  db.insert('listed_supervision', {
    uid,
    ...listedColumns(db, fields),
    due_on: dueOn,
    first_due_on: dueOn,
    board_due_on: boardDueWith(context)(fields.listedOn),
    board_hung_on: boardHungOn,
  });
  return uid;
}

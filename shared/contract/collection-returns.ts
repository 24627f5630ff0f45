import { type } from '@orpc/contract';
import * as z from 'zod';
import type { ReturnedRow, ReturnProblem } from '../rules/collections/returns/model.ts';
import type { ReturnSource } from '../rules/collections/returns/recognize.ts';
import { mergeRules, type MergeCell } from '../rules/collections/merge/model.ts';
import { keySchema } from './collections.ts';
import { uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';

/** Returned workbooks that are read at once. */
export const MOST_RETURNED_FILES = 1_000;

/** What came of a heap of returned files. */
export interface ReceivedFiles {
  /** Tables in order, and those that their units have to correct. */
  correct: number;
  mustCorrect: number;
  /** Received before, with the same content. */
  again: number;
  /** By whom. */
  units: string[];
  /** Files, and tables in files, that were not taken, and what to do with each. */
  refused: { fileName: string; text: string }[];
}

export const returnStates = ['correct', 'mustCorrect', 'merged', 'replaced'] as const;
export type ReturnState = (typeof returnStates)[number];

export const returnStateNames: Readonly<Record<ReturnState, string>> = {
  correct: '没有问题，可以合并',
  mustCorrect: '要改正',
  merged: '已合并',
  replaced: '已被后来的代替',
};

/** A table that a unit has returned. */
export interface CollectionReturn {
  uid: string;
  fileName: string;
  bytes: number;
  /** Instant, UTC milliseconds. */
  receivedAt: number;
  receivedBy: string;
  source: ReturnSource;
  state: ReturnState;
  rows: ReturnedRow[];
  problems: ReturnProblem[];
}

/** What merging would do, before anything is stored. */
export interface MergePreview {
  /** Units with a table in order that is not merged yet. */
  units: number;
  /** Names of those that have to correct theirs first: they are left out. */
  leftOut: string[];
  /** Rows that are not there any more, as tasks that were closed: unit and name. They are left out. */
  gone: string[];
  adds: number;
  same: number;
  /** To be decided cell by cell, or by a rule; a page of them, of the unit that was asked for. */
  conflicts: MergeCell[];
  /** Of all units. */
  conflictCount: number;
  /** Units that have any, in their order; what several units say something of counts for each of them. */
  conflictUnits: { uid: string; name: string; conflicts: number }[];
  /** Of all conflicts those that need no decision: a cell was taken out, and stays unless that is decided. */
  stayCount: number;
  /** Of what was looked at: merging refuses where it is another by then. */
  digest: string;
}

/** Conflicts on a page, and at most as many at once. */
export const CONFLICT_PAGE = 100;
const MOST_CONFLICTS = 500;

const ofCollection = z.object({ uid: uidSchema });

/** Tables that come back from units (收表): read, checked, corrected, merged. */
export const collectionReturns = {
  /** Starts a job; its result is ReceivedFiles. A .zip counts as the files in it. */
  receive: service('收表', 'editTasks')
    .input(
      ofCollection.extend({
        fileTokens: z
          .array(uidSchema)
          .min(1, '请选择交回的表')
          .max(MOST_RETURNED_FILES, `一次最多 ${MOST_RETURNED_FILES} 个文件，请分几次`),
      }),
    )
    .output(type<{ jobUid: string }>()),
  /** Keeps what `receive` has read and hands over; a page has nothing to hand over. */
  keep: reversible('登记收到的表', 'editTasks')
    .input(ofCollection)
    .output(type<Omit<ReceivedFiles, 'refused'>>()),

  /** The latest first. */
  ofUnit: read('单位交回的表')
    .input(z.object({ unitUid: uidSchema }))
    .output(type<CollectionReturn[]>()),
  /** Writes into a cell that could not be read what the unit says it should be. */
  answer: reversible('更正交回的表', 'editTasks')
    .input(
      z.object({
        returnUid: uidSchema,
        place: z.int().min(0),
        column: keySchema,
        text: z.string().max(2_000, '一格最多 2000 个字'),
      }),
    )
    .output(type<{ uid: string }>()),
  /** Takes an empty table as it is: the unit has nothing to report (零报告). */
  acceptEmpty: reversible('按零报告收下', 'editTasks')
    .input(z.object({ returnUid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** Takes a table out that was received by mistake. */
  discard: reversible('退掉交回的表', 'editTasks')
    .input(z.object({ returnUid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** Starts a job: the workbooks that have to be corrected, with a comment at each cell; its result is a WrittenFile, or a WrittenFolder of several. */
  exportCorrections: exporting('导出更正清单')
    .input(ofCollection.extend({ unitUids: z.array(uidSchema).max(1_500), as: z.enum(['folder', 'zip']) }))
    .output(type<{ jobUid: string }>()),

  preview: read('合并前核对')
    .input(
      ofCollection.extend({
        /** Whose conflicts are listed; null: all units'. */
        unitUid: uidSchema.nullable().default(null),
        from: z.int().min(0).default(0),
        most: z.int().min(1).max(MOST_CONFLICTS).default(CONFLICT_PAGE),
      }),
    )
    .output(type<MergePreview>()),
  /** Asked by the page before it merges so many cells; it answers when the backup is made. */
  backUpFirst: service('合并前备份', 'editTasks')
    .input(z.object({ cells: z.int().min(0) }))
    .output(type<{ isMade: boolean }>()),
  /** All tables in order at once, each value where it belongs. */
  merge: reversible('合并收到的表', 'editTasks')
    .input(
      ofCollection.extend({
        digest: z.string().regex(/^[0-9a-f]{64}$/),
        /** For conflicts that are not decided one by one; null: there are none. */
        rule: z.enum(mergeRules).nullable(),
        /** By the cell's id: uid of the return whose value counts, or `stored`. */
        decisions: z.record(z.string().max(300), z.string().max(80)),
      }),
    )
    .output(type<{ changed: number }>()),
};

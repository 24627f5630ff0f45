import { type } from '@orpc/contract';
import * as z from 'zod';
import { MOST_TERMS, SHORTEST_TERM } from '../rules/erasure/terms.ts';
import { daySchema, nameSchema, uidSchema } from './fields.ts';
import { final, read, service } from './operation.ts';

/** A row that holds, or held, one of the words; also one that was deleted and stands in the log alone. */
export interface FoundRow {
  table: string;
  rowId: number;
  isDeleted: boolean;
  cells: { column: string; text: string; isMatch: boolean }[];
  files: { uid: string; name: string }[];
}

export interface FoundRows {
  /** At most `MOST_FOUND_ROWS`. */
  rows: FoundRow[];
  hasMore: boolean;
  /** Rows of secret campaigns: not shown, and not to be erased before they are released. */
  secret: number;
}
export const MOST_FOUND_ROWS = 500;

export interface ErasureDone {
  rows: number;
  /** Row changes and lines of the log that were rewritten. */
  changes: number;
  lines: number;
  files: number;
}

export interface ErasureRecord extends ErasureDone {
  uid: string;
  /** Instant, UTC milliseconds. */
  at: number;
  reason: string;
  askedBy: string;
  confirmedBy: string;
  /** Names of backups, and of stores that lie aside, that were made before it and may still hold it. */
  backups: string[];
}

export interface ClearingRecord {
  uid: string;
  at: number;
  beforeDay: string;
  changes: number;
  askedBy: string;
  confirmedBy: string;
}

const termsSchema = z
  .array(z.string().trim().min(SHORTEST_TERM, `每个词至少 ${SHORTEST_TERM} 个字`).max(60))
  .min(1, '请填写姓名、电话或证件号')
  .max(MOST_TERMS, `一次最多 ${MOST_TERMS} 个词`);
const chosenSchema = z.object({
  terms: termsSchema,
  rows: z
    .array(z.object({ table: z.string().max(40), rowId: z.int() }))
    .max(MOST_FOUND_ROWS, `一次最多清除 ${MOST_FOUND_ROWS} 处`),
  files: z.array(uidSchema).max(200),
  reason: nameSchema('原因', 200),
});
const clearingSchema = z.object({ before: daySchema });
/** The second person, who gives the own password at the same PC. */
const confirmSchema = z.object({ userUid: uidSchema, password: z.string().max(100) });

/**
 * Removing personal data (清除个人信息), from the rows and from the log, and clearing old row changes away. Either needs two
 * people: the director asks for it, an auditor confirms with the own password. `erase` and `clearChanges` refuse
 * whoever does not come through `start` and `startClearing`.
 */
export const erasure = {
  confirmers: read('可确认清除的审计员', 'direct').output(type<{ uid: string; name: string }[]>()),
  /** Starts a job; its result is FoundRows. */
  find: service('查找个人信息', 'direct')
    .input(z.object({ terms: termsSchema }))
    .output(type<{ jobUid: string }>()),
  erase: final('清除个人信息', 'direct')
    .input(chosenSchema)
    .output(type<ErasureDone & { removedFiles: string[] }>()),
  /** Starts a job; its result is ErasureDone. */
  start: service('清除个人信息', 'direct')
    .input(chosenSchema.extend({ confirm: confirmSchema }))
    .output(type<{ jobUid: string }>()),
  clearChanges: final('清理旧的改动明细', 'direct').input(clearingSchema).output(type<{ changes: number }>()),
  /** Starts a job; its result says how many row changes were cleared away. */
  startClearing: service('清理旧的改动明细', 'direct')
    .input(clearingSchema.extend({ confirm: confirmSchema }))
    .output(type<{ jobUid: string }>()),
  records: service('个人信息清除记录', 'audit').output(
    type<{
      erasures: ErasureRecord[];
      clearings: ClearingRecord[];
      /** Folder of the second place where that is not there now: its backups are not in the lists. */
      unchecked: string | null;
    }>(),
  ),
};

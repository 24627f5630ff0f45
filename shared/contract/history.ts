import { type } from '@orpc/contract';
import * as z from 'zod';
import { daySchema, uidSchema } from './fields.ts';
import { exporting, read, service } from './operation.ts';

export interface OperationRecord {
  uid: string;
  number: number;
  name: string;
  label: string;
  /** Instant, UTC milliseconds. */
  at: number;
  userName: string;
  host: 'electron' | 'browser' | 'cli';
  summary: string;
  outcome: 'done' | 'refused' | 'failed';
  /** Why it was refused or went wrong; null where nothing is known, or the reader may not know. */
  reason: string | null;
  undo: 'reversible' | 'compensated' | 'final';
  /** Whether a later operation took this one back. */
  undone: boolean;
  changeCount: number;
}

/** One row of one table, column by column, before and after. */
export interface RowChangeRecord {
  table: string;
  rowUid: string;
  action: 'insert' | 'update' | 'delete';
  /** Kept secret: no columns. */
  isHidden: boolean;
  columns: { column: string; before: string | number | null; after: string | number | null }[];
}

export interface CellHistoryEntry {
  at: number;
  userName: string;
  label: string;
  before: string | number | null;
  after: string | number | null;
}

export interface UndoState {
  /** Label of what Ctrl+Z would take back, or null. */
  undo: string | null;
  redo: string | null;
}

export interface ChainEnd {
  /** Number of the last operation; 0 in an empty log. */
  number: number;
  hash: string;
  /** Instant of that operation. */
  at: number;
}

const logFilter = z.object({
  text: z.string().max(50),
  userName: z.string().max(30).nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
});
export type LogFilter = z.infer<typeof logFilter>;

export const history = {
  list: read('操作日志', 'audit')
    .input(logFilter.extend({ before: z.int().nullable(), limit: z.int().min(1).max(200) }))
    .output(type<{ records: OperationRecord[]; total: number }>()),
  changes: read('一次操作的改动', 'audit')
    .input(z.object({ uid: uidSchema }))
    .output(type<RowChangeRecord[]>()),
  ofCell: read('一个单元格的历史', 'view')
    .input(z.object({ table: z.string().max(40), rowUid: uidSchema, column: z.string().max(40) }))
    .output(type<CellHistoryEntry[]>()),
  state: read('可撤销的操作', 'signedIn').output(type<UndoState>()),
  undo: service('撤销', 'signedIn')
    .input(z.object({ operationUid: uidSchema.optional() }))
    .output(type<{ label: string }>()),
  redo: service('重做', 'signedIn').output(type<{ label: string }>()),
  /** The end of the hash chain: whoever has it on paper sees later whether the log up to there was altered. */
  head: read('日志校验值', 'audit').output(type<ChainEnd>()),
  /** All of the log, or what is asked for. Starts a job; its result is a WrittenFile. */
  exportLog: exporting('导出操作日志', 'audit').input(logFilter).output(type<{ jobUid: string }>()),
  /** What a page gave to the browser's own print dialog: no file is made, so that there is no hash. */
  notePrint: service('打印', 'signedIn')
    .input(
      z.object({
        page: z.string().trim().min(1).max(60),
        filter: z.string().max(300),
        /** As the page counts them: 共 32 条; empty where it counts nothing. */
        count: z.string().max(60),
      }),
    )
    .output(type<{ noted: boolean }>()),
  verify: read('核对日志', 'audit').output(
    type<{ intact: boolean; operations: number; problem: string | null }>(),
  ),
};

import { type } from '@orpc/contract';
import * as z from 'zod';
import type { DueState } from '../rules/ledgers/due.ts';
import type {
  LedgerBeside,
  LedgerProblem,
  LedgerStandards,
  LedgerValues,
} from '../rules/ledgers/definition.ts';
import { textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';
import { seenTermsSchema, type Term, wantedTermsSchema } from './terms.ts';

/* All ledgers (台账) by one set of operations; which one is meant, its key says, see rules/ledgers/definition.ts. */

const ledgerSchema = z.string().regex(/^[a-zA-Z]{2,40}$/u, '没有这本台账');
const valueSchema = z.union([z.string().trim().max(5_000, '最多 5000 个字'), z.number(), z.null()]);
/** What the values may be, the definition says; the handler checks it. */
const valuesSchema = z.record(z.string().max(40), valueSchema);

export interface LedgerRow {
  uid: string;
  values: LedgerValues;
  /** Of terms and key sites that the values name, by uid. */
  names: Readonly<Record<string, string>>;
  /** As they are called today; empty where the row belongs above. */
  place: { county: string; township: string; village: string };
  /** Null: never due. */
  due: { on: string; state: DueState } | null;
  beside: LedgerBeside | null;
  /** Worth a look, such as what falls short of a standard. */
  hints: LedgerProblem[];
}

/** `never`: what is looked after from time to time and has no day when that was done. */
export const dueViews = ['all', 'overdue', 'soon', 'never'] as const;
export type DueView = (typeof dueViews)[number];

const filterSchema = z.object({
  /** An organization with everything below it. */
  placeUid: uidSchema.nullable(),
  due: z.enum(dueViews),
  /** Values of choice and term columns by their key. */
  chosen: z.record(z.string().max(40), z.string().max(60)),
  /** Title, its pinyin initials, the searched columns or the place. */
  text: z.string().trim().max(50),
});
export type LedgerFilter = z.infer<typeof filterSchema>;

/** By a column of the definition, or by `due`; null: by place. What is empty stands last. */
const sortSchema = z.object({ column: z.string().max(40), isDown: z.boolean() }).nullable();
export type LedgerSort = z.infer<typeof sortSchema>;

export interface LedgerCounts {
  /** Of the filter without its view of what is due. */
  views: Record<DueView, number>;
}

/** More are worked on county by county. */
export const SHEET_ROWS = 20_000;

/** A row with coordinates, as a sketch map draws it. */
export interface LedgerPoint {
  uid: string;
  title: string;
  /** Value of the column that the map is marked by. */
  mark: string;
  /** In 1e-6 degrees, as is latitude. */
  longitude: number;
  latitude: number;
  /** What is written at the middle of the points of one place: the township, else the county. */
  place: string;
}

/** Names of key sites that are looked for in one call. */
export const SITES_AT_ONCE = 5_000;

const uidsSchema = z.array(uidSchema).min(1, '请至少选择一行').max(SHEET_ROWS, `一次最多 ${SHEET_ROWS} 行`);
const patchedSchema = z.object({ uid: uidSchema, base: valuesSchema, set: valuesSchema });
const one = z.object({ ledger: ledgerSchema, uid: uidSchema });

const importSchema = z.object({
  ledger: ledgerSchema,
  /** Where rows belong that name no place; null: such a row is a problem. */
  placeUid: uidSchema.nullable(),
});
export type LedgerImportOptions = z.infer<typeof importSchema>;

const standardsSchema = z.record(
  z.string().max(60),
  z.object({ value: z.number('请填写数字'), source: textSchema('依据', 100) }),
);

export interface LedgerChange {
  at: number;
  userName: string;
  /** 新增台账记录 */
  label: string;
  /** In words: 状态 在用 → 维修. */
  changes: string[];
}

export interface FoundLedgerRow {
  ledger: string;
  uid: string;
  title: string;
  place: string;
}

export const ledgers = {
  list: read('台账')
    .input(
      z.object({
        ledger: ledgerSchema,
        filter: filterSchema,
        sort: sortSchema,
        offset: z.int().min(0),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(type<{ rows: LedgerRow[] }>()),
  counts: read('台账行数')
    .input(z.object({ ledger: ledgerSchema, filter: filterSchema }))
    .output(type<LedgerCounts>()),
  /** Everything that a filter shows, for the grid. */
  sheet: read('台账表格')
    .input(z.object({ ledger: ledgerSchema, filter: filterSchema }))
    .output(type<{ rows: LedgerRow[] }>()),
  points: read('台账示意图')
    .input(z.object({ ledger: ledgerSchema, filter: filterSchema }))
    .output(type<{ points: LedgerPoint[] }>()),
  get: read('查看台账记录').input(one).output(type<LedgerRow>()),
  /** What was done to one row, the latest first. */
  history: read('台账记录的改动').input(one).output(type<LedgerChange[]>()),
  /** Rows of any ledger that a text finds. */
  find: read('查找台账记录')
    .input(z.object({ text: z.string().trim().max(50), limit: z.int().min(1).max(20) }))
    .output(type<FoundLedgerRow[]>()),

  /** Key sites by the names that a grid was given; null: there is none, or more than one. */
  sitesNamed: read('按名称找重点单位')
    .input(z.object({ names: z.array(z.string().max(5_000)).max(SITES_AT_ONCE) }))
    .output(type<Record<string, string | null>>()),

  /** By key of the term column. */
  terms: read('台账的选项')
    .input(z.object({ ledger: ledgerSchema }))
    .output(type<Record<string, Term[]>>()),
  setTerms: reversible('修改台账的选项', 'editTasks')
    .input(
      z.object({
        ledger: ledgerSchema,
        list: z.string().max(40),
        base: z.object({ terms: seenTermsSchema }),
        set: z.object({ terms: wantedTermsSchema }),
      }),
    )
    .output(type<{ count: number }>()),
  standards: read('台账的标准')
    .input(z.object({ ledger: ledgerSchema }))
    .output(type<LedgerStandards>()),
  setStandards: reversible('修改台账的标准', 'editTasks')
    .input(z.object({ ledger: ledgerSchema, base: standardsSchema, set: standardsSchema }))
    .output(type<LedgerStandards>()),

  add: reversible('新增台账记录', 'editTasks')
    .input(z.object({ ledger: ledgerSchema, values: valuesSchema }))
    .output(type<{ uid: string }>()),
  update: reversible('修改台账记录', 'editTasks')
    .input(z.object({ ledger: ledgerSchema, ...patchedSchema.shape }))
    .output(type<{ uid: string }>()),
  /** What was done in the grid: all of it or nothing. */
  enter: reversible('填写台账', 'editTasks')
    .input(
      z.object({
        ledger: ledgerSchema,
        added: z.array(valuesSchema).max(SHEET_ROWS, `一次最多 ${SHEET_ROWS} 行`),
        changed: z.array(patchedSchema).max(SHEET_ROWS, `一次最多 ${SHEET_ROWS} 行`),
        removed: z.array(uidSchema).max(SHEET_ROWS, `一次最多 ${SHEET_ROWS} 行`),
      }),
    )
    .output(type<{ uids: string[]; changed: number; removed: number }>()),
  remove: reversible('删除台账记录', 'editTasks')
    .input(z.object({ ledger: ledgerSchema, uids: uidsSchema }))
    .output(type<{ removed: number }>()),

  ...tableImport('台账', 'editTasks', importSchema),
  /** Starts a job; its result is a WrittenFile in a layout that `readTable` reads. */
  exportLedger: exporting('导出台账')
    .input(z.object({ ledger: ledgerSchema, filter: filterSchema, uids: uidsSchema.nullable() }))
    .output(type<{ jobUid: string }>()),
};

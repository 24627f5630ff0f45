import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Paper } from '../rules/papers/model.ts';
import type { CellDifference } from '../rules/reports/differences.ts';
import type { Measure } from '../rules/reports/measure.ts';
import type { PrintedReport } from '../rules/reports/printed.ts';
import { calendarKinds } from '../rules/reports/span.ts';
import { type ReportColumn, type ReportTable, type RowKind, rowKinds } from '../rules/reports/table.ts';
import { reportTimes } from '../rules/reports/words.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import type { FindingFilter } from './findings.ts';
import { compensated, exporting, read, reversible } from './operation.ts';
import { formFormats } from './papers.ts';

const reportLimits = { columns: 16, tables: 30 } as const;

const measureKeySchema = z.string().min(1).max(120);
const columnSchema = z.object({
  measure: measureKeySchema,
  /** The office's own; empty: the measure's name. */
  heading: textSchema('栏目名称', 30),
});

const definitionFields = {
  name: nameSchema('报表名称', 60),
  rowKind: z.enum(rowKinds),
  hidesEmpty: z.boolean(),
  columns: z
    .array(columnSchema)
    .min(1, '请选择栏目')
    .max(reportLimits.columns, `一张报表最多 ${reportLimits.columns} 栏`)
    .refine(
      (columns) => new Set(columns.map(({ measure }) => measure)).size === columns.length,
      '同一个统计项只能有一栏',
    ),
  /** For which time it is usually made. */
  cycle: z.enum(calendarKinds),
  source: textSchema('依据', 200),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
};
const definitionSchema = z.object(definitionFields);
export type ReportFields = z.infer<typeof definitionSchema>;

export interface ReportDefinition extends ReportFields {
  uid: string;
}

/** A measure as it is offered; its key has that of its source in front. */
export type OfferedMeasure = Measure & {
  sourceName: string;
  /** Pinyin initials. */
  initials: string;
  rowKinds: RowKind[];
  /** Whatever of these changes makes its numbers old. */
  tables: string[];
};

export interface ReportView {
  definition: ReportDefinition;
  table: ReportTable;
  /** Unannounced campaigns that nothing counts before they are released. */
  hiddenCampaigns: number;
}

/** One record behind a number. */
export interface ReportRecord {
  uid: string;
  name: string;
  day: string | null;
  note: string;
  /** Of the page that shows it. */
  path: string;
}

/** A list page with its filter, or the records themselves where no list can be narrowed to them. */
export type BehindNumber =
  | { kind: 'findings'; filter: FindingFilter }
  /** So many from `offset` on, and how many there are. */
  | { kind: 'records'; records: ReportRecord[]; count: number };

/** How many records were shown already. */
export const offsetSchema = z.int().min(0).default(0);

/** A set of tables as it was handed upward. */
export interface HandedSet {
  uid: string;
  from: string;
  to: string;
  recipient: string;
  handedOn: string;
  note: string;
  /** Instant, UTC milliseconds. */
  handedAt: number;
  handedBy: string;
  /** Names of its tables. */
  names: string[];
  fingerprint: string;
  withdrawn: { at: number; by: string; reason: string } | null;
}

/** One table of it: as it was printed then, and what would be different today. */
export interface HandedTable {
  name: string;
  /** Of its columns behind that of the names: the measure, and whether it is a share. */
  columns: Pick<ReportColumn, 'measure' | 'isShare'>[];
  printed: PrintedReport;
  differences: CellDifference[];
}

export interface HandedSetDetail extends HandedSet {
  /** What is kept still has the fingerprint. */
  isIntact: boolean;
  tables: HandedTable[];
}

const spanFields = { from: daySchema, to: daySchema };
const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const order = { message: '截止日期不能早于起始日期', path: ['to'] };
const ofReport = z.object({ uid: uidSchema, ...spanFields }).refine(inOrder, order);
export type ReportChoice = z.infer<typeof ofReport>;
/** A number of a report: the one that it counts, or one that it is compared with. */
const numberFields = {
  measure: measureKeySchema,
  /** Key of the row; null: the total. */
  row: z.string().max(60).nullable(),
  time: z.enum(reportTimes).default('now'),
  offset: offsetSchema,
};
const uidsSchema = z.array(uidSchema).min(1, '请选择报表').max(reportLimits.tables, '报表太多');
const ofReports = z.object({ uids: uidsSchema, ...spanFields }).refine(inOrder, order);
export type ReportsChoice = z.infer<typeof ofReports>;
const byUid = z.object({ uid: uidSchema });

export const reports = {
  /** In the office's order. */
  list: read('统计报表列表').output(type<ReportDefinition[]>()),
  measures: read('可统计的栏目').output(type<OfferedMeasure[]>()),
  add: reversible('新建统计报表', 'editReports').input(definitionSchema).output(type<{ uid: string }>()),
  update: reversible('修改统计报表', 'editReports')
    .input(patchSchema(definitionFields))
    .output(type<{ uid: string }>()),
  remove: reversible('删除统计报表', 'editReports').input(byUid).output(type<{ uid: string }>()),

  view: read('查看统计报表').input(ofReport).output(type<ReportView>()),
  records: read('统计数的明细')
    .input(z.object({ uid: uidSchema, ...spanFields, ...numberFields }).refine(inOrder, order))
    .output(type<BehindNumber>()),
  paper: read('打印统计报表').input(ofReport).output(type<Paper>()),
  /** Starts a job; its result is a WrittenFile. */
  writePaper: exporting('导出统计报表')
    .input(z.object({ uid: uidSchema, ...spanFields, format: z.enum(formFormats) }).refine(inOrder, order))
    .output(type<{ jobUid: string }>()),
  /** With the comparisons on sheets of their own. Starts a job; its result is a WrittenFile. */
  exportWorkbook: exporting('导出统计报表(Excel)').input(ofReports).output(type<{ jobUid: string }>()),

  /** Freezes the tables as they are, with their fingerprint. */
  handUp: compensated('上报统计报表', 'editReports', '撤回上报')
    .input(
      z
        .object({
          uids: uidsSchema,
          ...spanFields,
          recipient: nameSchema('报送单位', 60),
          handedOn: daySchema,
          note: textSchema('备注', 500),
        })
        .refine(inOrder, order),
    )
    .output(type<{ uid: string; fingerprint: string }>()),
  /** It stays visible with the reason. */
  withdraw: compensated('撤回上报的报表', 'editReports', '重新上报')
    .input(z.object({ uid: uidSchema, reason: nameSchema('撤回原因', 200) }))
    .output(type<{ uid: string }>()),
  /** The latest first. */
  sets: read('上报登记').output(type<HandedSet[]>()),
  set: read('查看上报的报表').input(byUid).output(type<HandedSetDetail>()),
  /** What a number of a handed set counts today, by the definition that was frozen with it. */
  setRecords: read('上报的统计数现在的明细')
    .input(
      z.object({
        uid: uidSchema,
        /** Place of the table in the set. */ table: z.int().min(0),
        ...numberFields,
      }),
    )
    .output(type<BehindNumber>()),
  setPapers: read('打印上报的报表').input(byUid).output(type<Paper[]>()),
  /** As they were frozen. Starts a job; its result is a WrittenFile. */
  writeSetPapers: exporting('导出上报的报表')
    .input(z.object({ uid: uidSchema, format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
  exportSet: exporting('导出上报的报表(Excel)').input(byUid).output(type<{ jobUid: string }>()),
};

import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type {
  HandedSet,
  ReportDefinition,
  reports as contract,
  ReportsChoice,
} from '#shared/contract/reports.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalText } from '#shared/rules/assessment/canonical-text.ts';
import { differencesOf } from '#shared/rules/reports/differences.ts';
import { type PrintedReport, printedReport } from '#shared/rules/reports/printed.ts';
import { reportPaper } from '#shared/rules/reports/report-paper.ts';
import { spanWords } from '#shared/rules/reports/span.ts';
import type { ReportTable } from '#shared/rules/reports/table.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import type { CountScope } from './count.ts';
import { definitionOf } from './definitions.ts';
import { behindNumber } from './number.ts';
import { allSets, contentOfSet, setByUid, type SetRow } from './queries.ts';
import { reportTable } from './report-table.ts';

type Names = 'handUp' | 'withdraw' | 'sets' | 'set' | 'setRecords' | 'setPapers';

/** A table of a set: how it was defined, its numbers, and its words as they were printed. */
export interface FrozenTable {
  definition: ReportDefinition;
  table: ReportTable;
  printed: PrintedReport;
}

/** Sets that are handed upward: frozen with their fingerprint, and held against what is counted today. */
export function setHandlers(sources: readonly MeasureSource[]): Pick<Handlers<typeof contract>, Names> {
  return {
    handUp({ recipient, handedOn, note, ...choice }, context) {
      const { db, now, caller, summarize } = context;
      const tables = freeze(context, sources, choice);
      const { from, to } = choice;
      const fingerprint = fingerprintOf({ from, to, recipient, handedOn, note, tables });
      const uid = v7();
      db.insert('report_set', {
        uid,
        first_day: from,
        last_day: to,
        recipient,
        handed_on: handedOn,
        note,
        handed_at: now,
        handed_by: caller.userName,
        content: JSON.stringify(tables),
        fingerprint,
        withdrawn_at: null,
        withdrawn_by: null,
        withdrawn_reason: null,
      });
      summarize(`${spanWords(choice)} ${tables.length} 张，报${recipient}，指纹${fingerprint.slice(0, 8)}`);
      return { uid, fingerprint };
    },

    withdraw({ uid, reason }, { db, now, caller, summarize }) {
      const row = requireSet(db, uid);
      if (row.withdrawn_at !== null)
        throw new AppError('refused', { reason: '这次上报已经撤回。要再报，请在报表里重新上报。' });
      db.update('report_set', row.id, {
        withdrawn_at: now,
        withdrawn_by: caller.userName,
        withdrawn_reason: reason,
      });
      summarize(`${setTitle(row)}：${reason}`);
      return { uid };
    },

    sets: (_input, { db }) => db.all(allSets).map(toSet),

    set({ uid }, context) {
      const row = requireSet(context.db, uid);
      const span = { from: row.first_day, to: row.last_day };
      const frozen = tablesOf(context.db, row);
      const tables = frozen.map(({ definition, table, printed }) => {
        const today = printedReport(reportTable(context, sources, definition, span), officeIn(context.db));
        return {
          name: definition.name,
          columns: table.columns,
          printed,
          differences: differencesOf(printed, today),
        };
      });
      return { ...toSet(row), isIntact: isIntact(row, frozen), tables };
    },

    setRecords({ uid, table, ...asked }, context) {
      const row = requireSet(context.db, uid);
      const frozen = tablesOf(context.db, row)[table];
      if (frozen === undefined) throw new AppError('notFound', { what: '这张上报的报表' });
      const span = { from: row.first_day, to: row.last_day };
      return behindNumber(context, sources, frozen.definition, span, asked);
    },

    setPapers: ({ uid }, { db }) =>
      tablesOf(db, requireSet(db, uid)).map(({ printed }) => reportPaper(printed)),
  };
}

/** Tables as they are counted now. */
export function freeze(
  scope: CountScope,
  sources: readonly MeasureSource[],
  { uids, from, to }: ReportsChoice,
): FrozenTable[] {
  return [...new Set(uids)].map((uid) => {
    const definition = definitionOf(scope.db, uid);
    const table = reportTable(scope, sources, definition, { from, to });
    return { definition, table, printed: printedReport(table, officeIn(scope.db)) };
  });
}

function officeIn(db: ReadStore): string {
  return paperSettings(db).printer;
}

/** @throws AppError notFound */
export function requireSet(db: ReadStore, uid: string): SetRow {
  const row = db.get(setByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这次上报' });
  return row;
}

export function tablesOf(db: ReadStore, { id }: SetRow): FrozenTable[] {
  return JSON.parse(db.get(contentOfSet, { id })?.content ?? '[]') as FrozenTable[];
}

export function setTitle({ first_day: from, last_day: to, recipient }: SetRow): string {
  return `${spanWords({ from, to })}报${recipient}`;
}

interface FrozenContent {
  from: string;
  to: string;
  recipient: string;
  handedOn: string;
  note: string;
  tables: readonly FrozenTable[];
}

/** SHA-256 over what was handed up: the same tables to the same office on the same day, the same fingerprint. */
function fingerprintOf(content: FrozenContent): string {
  return createHash('sha256').update(canonicalText(content)).digest('hex');
}

function isIntact(row: SetRow, tables: readonly FrozenTable[]): boolean {
  const { first_day: from, last_day: to, recipient, handed_on: handedOn, note } = row;
  return fingerprintOf({ from, to, recipient, handedOn, note, tables }) === row.fingerprint;
}

function toSet(row: SetRow): HandedSet {
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason } = row;
  return {
    uid: row.uid,
    from: row.first_day,
    to: row.last_day,
    recipient: row.recipient,
    handedOn: row.handed_on,
    note: row.note,
    handedAt: row.handed_at,
    handedBy: row.handed_by,
    names: JSON.parse(row.names) as string[],
    fingerprint: row.fingerprint,
    withdrawn: at === null ? null : { at, by: by ?? '', reason: reason ?? '' },
  };
}

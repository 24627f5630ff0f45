import { join } from 'node:path';
import type { LedgerFilter, LedgerRow } from '#shared/contract/ledgers.ts';
import { cellText } from '#shared/rules/ledgers/cell-text.ts';
import type { LedgerColumn, LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import { dueHeading } from '#shared/rules/ledgers/due.ts';
import { unitOf } from '#shared/rules/ledgers/numbers.ts';
import { tableMeanings } from '#shared/rules/ledgers/table-columns.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { rowsOfFilter } from './list.ts';
import { requireRecord, Rows } from './rows.ts';

export interface LedgerExportInput {
  ledger: string;
  filter: LedgerFilter;
  /** Chosen ones only; null: everything that the filter shows. */
  uids: string[] | null;
  officeName: string;
  today: string;
}

/** Of a character in the list of a page. */
const PIXELS = 8;

type Shown = ReturnType<typeof tableMeanings>[number];

/** The headings are those that an import knows, so that a corrected ledger comes back. @returns path in the job's folder */
export async function exportLedger(input: LedgerExportInput, job: JobContext): Promise<{ path: string }> {
  const definition = ledgerOf(input.ledger);
  job.progress(null, '写入台账');
  const shown = tableMeanings(definition);
  const { derived = [], due } = definition;
  const columns: ListColumn[] = [
    ['序号', 6, 'center'],
    ...shown.map(listColumn),
    ...derived.map(
      ({ name, width }): ListColumn => [name, Math.max(9, Math.round(width / PIXELS)), 'center'],
    ),
    ...(due === undefined ? [] : [[dueHeading(due), 12, 'center'] satisfies ListColumn]),
  ];
  const rows = new Rows(job.db, definition, input.today);
  const narrowed = input.uids === null ? filterWords(definition, input.filter, rows) : ['所选'];
  const sheet = listPaper({
    name: definition.name,
    columns,
    title: `${definition.name}台账`,
    caption: {
      left: `填报单位：${input.officeName}`,
      right: [`截至 ${input.today}`, ...narrowed].join('，'),
    },
    rows: ledgerRows(input, definition, rows, shown, job),
    frozenColumns: 2,
  });
  const path = join(job.temporaryFolder, 'ledger.xlsx');
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path };
}

function listColumn({ name, column }: Shown): ListColumn {
  if (column === null) return [name, 14, 'left'];
  switch (column.kind) {
    case 'text':
      return [name, 26, 'left'];
    case 'line':
      return [name, column.limit > 60 ? 24 : 14, 'left'];
    case 'site':
    case 'coordinates':
      return [name, 24, 'left'];
    case 'whole':
    case 'decimal':
    case 'money': {
      const unit = unitOf(column);
      return [
        unit === '' ? name : `${name}(${unit})`,
        Math.max(10, (name.length + unit.length) * 2 + 3),
        'center',
      ];
    }
    default:
      return [name, Math.max(12, name.length * 2 + 2), 'center'];
  }
}

/** What the list was narrowed to. */
function filterWords(
  definition: LedgerDefinition,
  { placeUid, due, chosen, text }: LedgerFilter,
  rows: Rows,
): string[] {
  const place = placeUid === null ? [] : [rows.places.require(placeUid).now.name];
  const dueName = definition.due?.name ?? '';
  const dues = {
    all: [],
    overdue: [`${dueName}已到期`],
    soon: [`${dueName}即将到期`],
    never: [`从未${dueName}`],
  }[due];
  const picked = definition.columns.flatMap((column) => {
    const value = chosen[column.key];
    if (value === undefined) return [];
    return [
      cellText(
        column,
        value,
        (_column, uid) => rows.termsOf(column.key).find((term) => term.uid === uid)?.name ?? '',
      ),
    ];
  });
  return [...place, ...dues, ...picked, ...(text === '' ? [] : [`含“${text}”`])];
}

function* ledgerRows(
  { filter, uids }: LedgerExportInput,
  definition: LedgerDefinition,
  rows: Rows,
  shown: readonly Shown[],
  { db }: JobContext,
): Generator<PaperRow> {
  const chosen =
    uids === null
      ? rowsOfFilter(db, definition, filter, rows)
      : rows.shown(uids.map((uid) => requireRecord(db, definition, uid)));
  const { derived = [], due } = definition;
  let place = 0;
  for (const row of chosen) {
    place += 1;
    yield paperRow([
      place,
      ...shown.map(({ meaning, column }) => valueOf(row, meaning, column)),
      ...derived.map(({ text }) => text(row.values, { ...rows.around, beside: row.beside })),
      ...(due === undefined ? [] : [row.due?.on ?? '']),
    ]);
  }
}

function valueOf(row: LedgerRow, meaning: string, column: LedgerColumn | null): string | number {
  if (column === null) return row.place[meaning as keyof LedgerRow['place']];
  const text = cellText(column, row.values[column.key], (_column, uid) => row.names[uid] ?? '');
  const isNumber = column.kind === 'whole' || column.kind === 'decimal' || column.kind === 'money';
  return isNumber && text !== '' ? Number(text) : text;
}

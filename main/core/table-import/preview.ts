import { PREVIEW_ROWS } from '#shared/contract/import-preview.ts';
import type { ListImportRow, ListPreview } from '#shared/contract/table-import.ts';
import { HEADING_ROWS } from '#shared/rules/tables/headings.ts';
import { meaningsOf } from '#shared/rules/tables/list-columns.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { SourceRow, SourceTable } from '../excel/read/source-table.ts';
import type { Understood, UnderstoodRow } from './list-import.ts';
import type { UnderstoodTable } from './understand-table.ts';
import { storedOf } from './understood-file.ts';

/** Beside the heading some rows are needed to see what the columns hold. */
const FIRST_ROWS = HEADING_ROWS + 15;

/** Long tables are cut, rows with problems first; counts are of all. */
export function listPreview<Meaning extends string>(
  { table, sheets, mayBeInWords }: { table: SourceTable; sheets: string[]; mayBeInWords: boolean },
  { form, columns, given, read, problems }: UnderstoodTable<Meaning, Understood>,
): Omit<ListPreview, 'stagedUid'> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(({ row }) => row));
  const understood = (read?.rows ?? []).map((row) =>
    wrong.has(row.row) ? { ...row, action: 'none' as const } : row,
  );
  const { added, changed } = storedOf({ rows: understood });
  // A form may be remembered with a kind that the office no longer has.
  const isKnown = (meaning: string | null) => meaning !== null && Object.hasOwn(columns, meaning);
  return {
    sheet: table.sheet,
    sheets,
    form: { ...form, mapping: form.mapping.map((meaning) => (isKnown(meaning) ? meaning : null)) },
    firstRows: table.rows.slice(0, FIRST_ROWS).map(({ row, cells }) => ({ row, cells })),
    width: Math.max(0, ...table.rows.slice(0, PREVIEW_ROWS).map(({ cells }) => cells.length)),
    meanings: meaningsOf(columns).map((meaning) => {
      const { name, isRequired = false, isOneRequired = false, isLong = false } = columns[meaning];
      return { meaning, name, isRequired, isOneRequired, isLong };
    }),
    rowCount: understood.length,
    adds: added,
    changes: changed,
    same: understood.filter(({ action }) => action === 'same').length,
    rows: shownRows(given.rows, understood, problems),
    problems: problems.slice(0, PREVIEW_ROWS),
    errorCount: errors.length,
    warningCount: problems.length - errors.length,
    notes: [...(read?.notes ?? [])],
    leaving: read?.leaving ?? null,
    mayBeInWords,
  };
}

/** What has a problem may not have been understood at all; it is shown to be put right. */
function shownRows(
  rows: readonly SourceRow[],
  understood: readonly UnderstoodRow[],
  problems: readonly ReadProblem[],
): ListImportRow[] {
  const textOf = new Map(problems.toReversed().map(({ row, text }) => [row, text]));
  const troubled = rows.filter(({ row }) => textOf.has(row)).slice(0, PREVIEW_ROWS);
  const others = understood.filter(({ row }) => !textOf.has(row));
  const news = others.filter(({ action }) => action !== 'same').slice(0, PREVIEW_ROWS);
  const old = others.filter(({ action }) => action === 'same').slice(0, PREVIEW_ROWS);
  // Of these alone: a long table has a hundred thousand.
  const wanted = new Set([...troubled, ...news, ...old].slice(0, PREVIEW_ROWS).map(({ row }) => row));
  const byRow = new Map(understood.filter(({ row }) => wanted.has(row)).map((row) => [row.row, row]));
  const sources = new Map(rows.filter(({ row }) => wanted.has(row)).map((source) => [source.row, source]));
  return [...wanted].map((row) => ({
    row,
    cells: sources.get(row)?.cells ?? [],
    action: byRow.get(row)?.action ?? 'none',
    remark: textOf.get(row) ?? byRow.get(row)?.changes.join('；') ?? '',
  }));
}

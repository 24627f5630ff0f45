import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportPreview, type ImportRow, PREVIEW_ROWS } from '#shared/contract/import-preview.ts';
import type { HeadedColumn } from '#shared/rules/tables/headings.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import { columnName } from '#shared/workbook.ts';

/** What reading a table answers to the service that started it. */
export interface ReadTable<Preview> {
  preview: Omit<Preview, 'stagedUid'>;
  /** JSON of what waits for the clerk's yes, in the job's own folder; null while errors stand in the way. */
  payloadFile: string | null;
}

interface Understood<Row, Shown, Meaning extends string> {
  rows: readonly Row[];
  columns: readonly HeadedColumn<Meaning>[];
  meaningNames: Readonly<Record<Meaning, string>>;
  problems: readonly ReadProblem[];
  source: { sheet: string; sheets: string[] };
  numberOf: (row: Row) => number;
  /** @param problem of this row, in words */
  show: (row: Row, problem: string | undefined) => Shown;
}

/** Long lists are cut, those with problems first; counts are of all. */
export function tablePreview<
  Row extends { action: ImportRow['action'] },
  Shown extends ImportRow,
  Meaning extends string,
>(understood: Understood<Row, Shown, Meaning>): Omit<ImportPreview<Shown>, 'stagedUid'> {
  const { rows, columns, meaningNames, problems, source, numberOf, show } = understood;
  const problemOf = new Map(problems.toReversed().map((problem) => [problem.row, problem.text]));
  const errorCount = problems.filter(({ severity }) => severity === 'error').length;
  const count = (action: ImportRow['action']) => rows.filter((row) => row.action === action).length;
  const troubled = rows.filter((row) => problemOf.has(numberOf(row))).slice(0, PREVIEW_ROWS / 2);
  const others = rows.filter((row) => !problemOf.has(numberOf(row)));
  const news = others.filter(({ action }) => action !== 'same');
  const old = others.filter(({ action }) => action === 'same');
  const shown = [...troubled, ...news, ...old].slice(0, PREVIEW_ROWS);
  return {
    ...source,
    columns: columns.map(({ index, heading, meaning }) => ({
      letter: columnName(index + 1),
      heading,
      meaning: meaningNames[meaning],
    })),
    rowCount: rows.length,
    adds: count('add'),
    changes: count('change'),
    same: count('same'),
    rows: shown.map((row) => show(row, problemOf.get(numberOf(row)))),
    problems: problems.slice(0, PREVIEW_ROWS),
    errorCount,
    warningCount: problems.length - errorCount,
  };
}

/** With what waits for the clerk's yes, unless errors stand in the way. */
export function withPayload<Preview extends { errorCount: number }>(
  preview: Preview,
  payload: object,
  { temporaryFolder }: { temporaryFolder: string },
): { preview: Preview; payloadFile: string | null } {
  if (preview.errorCount > 0) return { preview, payloadFile: null };
  const payloadFile = join(temporaryFolder, 'staged.json');
  writeFileSync(payloadFile, JSON.stringify(payload));
  return { preview, payloadFile };
}

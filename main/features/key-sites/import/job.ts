import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_PREVIEW_ROWS, type SiteImportPreview, type SiteImportRow } from '#shared/contract/key-sites.ts';
import { meaningNames } from '#shared/rules/key-sites/headings.ts';
import { columnName } from '#shared/workbook.ts';
import { readSource, type TableSource } from '#main/core/excel/read/source-table.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { Places } from '../places.ts';
import { allKinds } from '../queries.ts';
import { type Interpretation, type InterpretedRow, interpret } from './interpret.ts';
import type { StagedSites } from './staged.ts';

export interface ReadSitesInput {
  source: TableSource;
  placeUid: string | null;
  today: string;
}

export interface ReadSitesResult {
  preview: Omit<SiteImportPreview, 'stagedUid'>;
  /** JSON of StagedSites in the job's own folder; null while errors stand in the way. */
  payloadFile: string | null;
}

/** Reads a pasted table or a workbook against the ledger; stores nothing. */
export async function readSites(input: ReadSitesInput, job: JobContext): Promise<ReadSitesResult> {
  const { placeUid, today } = input;
  job.progress(null, '读取内容');
  const { table, sheets } = await readSource(input.source, job);
  job.throwIfCancelled();
  job.progress(null, `核对 ${table.rows.length} 行`);
  const read = interpret(job.db, table, { placeUid, today });
  job.throwIfCancelled();
  const names = {
    places: new Places(job.db, today),
    kinds: new Map(job.db.all(allKinds).map(({ id, name }) => [id, name])),
    today,
  };
  const preview = previewOf(read, names, { sheet: table.sheet, sheets });
  if (preview.errorCount > 0) return { preview, payloadFile: null };
  const payload: StagedSites = { table, placeUid };
  const payloadFile = join(job.temporaryFolder, 'staged.json');
  writeFileSync(payloadFile, JSON.stringify(payload));
  return { preview, payloadFile };
}

interface Names {
  places: Places;
  kinds: ReadonlyMap<number, string>;
  today: string;
}

/** Long lists are cut, those with problems first; counts are of all. */
function previewOf(
  { rows, columns, problems, newTrades }: Interpretation,
  names: Names,
  source: { sheet: string; sheets: string[] },
): Omit<SiteImportPreview, 'stagedUid'> {
  const problemOf = new Map(problems.toReversed().map((problem) => [problem.row, problem.text]));
  const errorCount = problems.filter(({ severity }) => severity === 'error').length;
  const count = (action: InterpretedRow['action']) => rows.filter((row) => row.action === action).length;
  const troubled = rows.filter(({ read }) => problemOf.has(read.row)).slice(0, SITE_PREVIEW_ROWS / 2);
  const others = rows.filter(({ read }) => !problemOf.has(read.row));
  const news = others.filter(({ action }) => action !== 'same');
  const old = others.filter(({ action }) => action === 'same');
  const shown = [...troubled, ...news, ...old].slice(0, SITE_PREVIEW_ROWS);
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
    newTrades,
    rows: shown.map((row) => shownRow(row, names, problemOf.get(row.read.row))),
    problems: problems.slice(0, SITE_PREVIEW_ROWS),
    errorCount,
    warningCount: problems.length - errorCount,
  };
}

function shownRow(
  { read, action, values, changes }: InterpretedRow,
  { places, kinds, today }: Names,
  problem: string | undefined,
): SiteImportRow {
  const { countyName, townshipName } = places.namesOn(values.organizationId, today);
  const changed = changes.map(({ field, from, to }) =>
    to === '' ? `改${field}` : `${field} ${from === '' ? '' : `${from} → `}${to}`,
  );
  return {
    row: read.row,
    action,
    name: values.name,
    place:
      countyName === '' ? `${read.county} ${read.township}`.trim() : `${countyName} ${townshipName}`.trim(),
    address: values.address,
    trade: read.trade,
    kinds: values.kindIds.map((id) => kinds.get(id) ?? '').join('、'),
    responsiblePerson: values.responsiblePerson,
    phone: values.phone,
    remark: problem ?? changed.join('；'),
  };
}

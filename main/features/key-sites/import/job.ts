import type { SiteImportPreview, SiteImportRow } from '#shared/contract/key-sites.ts';
import { meaningNames } from '#shared/rules/key-sites/headings.ts';
import { readSource, type TableSource } from '#main/core/excel/read/source-table.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type ReadTable, tablePreview, withPayload } from '#main/core/jobs/table-preview.ts';
import { Places } from '../places.ts';
import { allKinds } from '../queries.ts';
import { type InterpretedRow, interpret } from './interpret.ts';
import type { StagedSites } from './staged.ts';

export interface ReadSitesInput {
  source: TableSource;
  placeUid: string | null;
  today: string;
}

/** Reads a pasted table or a workbook against the ledger; stores nothing. */
export async function readSites(
  input: ReadSitesInput,
  job: JobContext,
): Promise<ReadTable<SiteImportPreview>> {
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
  const preview = {
    ...tablePreview({
      ...read,
      meaningNames,
      source: { sheet: table.sheet, sheets },
      numberOf: (row) => row.read.row,
      show: (row, problem) => shownRow(row, names, problem),
    }),
    newTrades: read.newTrades,
  };
  return withPayload(preview, { table, placeUid } satisfies StagedSites, job);
}

interface Names {
  places: Places;
  kinds: ReadonlyMap<number, string>;
  today: string;
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

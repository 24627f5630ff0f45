import type { InspectorImportPreview, InspectorImportRow } from '#shared/contract/inspectors.ts';
import { inspectorRoleNames } from '#shared/rules/inspectors/model.ts';
import { meaningNames } from '#shared/rules/inspectors/read-table.ts';
import { readSource, type TableSource } from '#main/core/excel/read/source-table.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type ReadTable, tablePreview, withPayload } from '#main/core/jobs/table-preview.ts';
import { type InterpretedRow, interpret } from './interpret.ts';
import type { StagedInspectors } from './staged.ts';

export interface ReadInspectorsInput {
  source: TableSource;
  today: string;
}

/** Reads a pasted table or a workbook against the pool; stores nothing. */
export async function readInspectorTable(
  { source, today }: ReadInspectorsInput,
  job: JobContext,
): Promise<ReadTable<InspectorImportPreview>> {
  job.progress(null, '读取内容');
  const { table, sheets } = await readSource(source, job);
  job.throwIfCancelled();
  job.progress(null, `核对 ${table.rows.length} 行`);
  const read = interpret(job.db, table, today);
  job.throwIfCancelled();
  const preview = {
    ...tablePreview({
      ...read,
      meaningNames,
      source: { sheet: table.sheet, sheets },
      numberOf: (row) => row.read.row,
      show: shownRow,
    }),
    newSkills: read.newSkills,
  };
  return withPayload(preview, { table } satisfies StagedInspectors, job);
}

function shownRow(
  { read, action, values, newLeave, changes }: InterpretedRow,
  problem: string | undefined,
): InspectorImportRow {
  const leave = action === 'add' && newLeave.length > 0 ? [`请假 ${newLeave.length} 次`] : [];
  return {
    row: read.row,
    action,
    name: values.name,
    unit: read.unit,
    homeCounty: read.homeCounty,
    roles: values.roles.map((role) => inspectorRoleNames[role]).join('、'),
    skills: values.skillNames.join('、'),
    phone: values.phone,
    remark: problem ?? [...changes, ...leave].join('；'),
  };
}

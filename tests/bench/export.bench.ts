import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { Client } from '#tests/support/core.ts';
import { INDICATORS, OBJECTS } from '#tests/support/five-years.ts';
import { resultOf } from './jobs.ts';
import { percentile, timed } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Memory } from './office-process.ts';
import type { Part, Report } from './report.ts';
import { fiveYears } from './shared-data.ts';
import { readCells, writeCellByCell, writeStreamed } from './workbook-writers.ts';

/* A whole period as a workbook, in turn with the same cells written by the library alone. */

const TURNS = 3;

async function exportPeriod(client: Client): Promise<string> {
  const period = (await client.assessment.periods()).find(({ status }) => status === 'open');
  const periodUid = period!.uid;
  const given = { periodUid, formUid: null, once: null, date: null };
  const { jobUid } = await client.assessment.exportWorkbook(given);
  const { folder, name } = (await resultOf(client, jobUid)) as WrittenFile;
  return join(folder, name);
}

async function run(report: Report): Promise<void> {
  const { folder } = await fiveYears();
  const scratch = mkdtempSync(join(dirname(folder), 'office-exported-'));
  const office = await startOfficeProcess(folder);
  try {
    const { name } = await office.pipe.office.settings();
    await office.pipe.office.update({ name, exportFolder: scratch });
    await office.ask({ kind: 'watchMemory' });
    const path = await exportPeriod(office.pipe);
    const memory = await office.ask<Memory>({ kind: 'readMemory' });
    const cells = await readCells(path);
    const [job, each, streamed]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < TURNS; turn += 1) {
      job.push(await timed(() => exportPeriod(office.pipe)));
      each.push(await timed(() => writeCellByCell(cells, join(scratch, 'each.xlsx'))));
      streamed.push(await timed(() => writeStreamed(cells, join(scratch, 'streamed.xlsx'))));
    }
    const baseline = { name: 'cell by cell', value: percentile(each, 50) / 1_000 };
    const seconds = (times: readonly number[]) => percentile(times, 50) / 1_000;
    const size = `${cells.sheets.length} sheets, ${cells.count} cells, ${(statSync(path).size / 1e6).toFixed(1)} MB`;
    report({ what: `exceljs, each cell written and styled (${size})`, value: baseline.value, unit: 's' });
    report({
      what: 'exceljs, streamed with shared styles, the same cells',
      value: seconds(streamed),
      unit: 's',
      baseline,
    });
    report({
      what: 'job exportWorkbook, from the call to the finished file',
      value: seconds(job),
      unit: 's',
      baseline,
      bar: { of: 'ratio', most: 0.5 },
    });
    report({ what: 'memory of the core’s process before the job', value: memory.idle, unit: 'MB' });
    report({
      what: 'memory of the core’s process, most during the job, above that',
      value: memory.peak - memory.idle,
      unit: 'MB',
      bar: { of: 'figure', most: 150 },
    });
  } finally {
    await office.close();
    rmSync(scratch, { recursive: true });
  }
}

export const exportPart: Part = {
  name: 'export',
  title: `a period of ${OBJECTS} × ${INDICATORS} as a workbook, all sheets`,
  run,
};

import type { ReportChoice } from '#shared/contract/reports.ts';
import { reportTimes } from '#shared/rules/reports/words.ts';
import type { Client } from '#tests/support/core.ts';

/** Numbers of a report that count records, and open more or fewer than they count: none. */
export async function numbersWithOtherRecords(client: Client, choice: ReportChoice): Promise<string[]> {
  const { table } = await client.reports.view(choice);
  const kinds = new Map((await client.reports.measures()).map(({ key, kind }) => [key, kind]));
  const lines = [...table.rows, { key: null, name: '合计', cells: table.total }];
  const different: string[] = [];
  for (const { key, name, cells } of lines) {
    for (const [place, { measure, heading }] of table.columns.entries()) {
      for (const time of reportTimes) {
        const value = cells[place]?.[time === 'now' ? 'value' : time] ?? null;
        if (value === null || value === 0 || kinds.get(measure) !== 'count') continue;
        const behind = await client.reports.records({ ...choice, measure, row: key, time });
        const count =
          behind.kind === 'records'
            ? behind.count
            : (await client.findings.counts(behind.filter)).views[behind.filter.view];
        if (count !== value) different.push(`${name} ${heading} ${time}: ${value}, ${count}`);
      }
    }
  }
  return different;
}

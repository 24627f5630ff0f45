import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { YearSurvey } from '#shared/contract/archive.ts';
import type { WrittenFolder } from '#shared/contract/files.ts';
import type { PrintPdf } from '#main/core/documents/pdf/print-pdf.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';

let sample: SampleOffice;
let client: Client;
const printPdf: PrintPdf = ({ papers }) =>
  Promise.resolve({
    papers: papers.map(() => ({ count: 2, linesPerPage: 22, endMatterAlone: false, slipAlone: false })),
    pdf: Buffer.from(`%PDF of ${papers.map(({ title }) => title).join()}`),
  });
beforeAll(async () => {
  sample = await startSampleOffice({ printPdf });
  ({ client } = sample);
  await client.office.update({ name: '临川市消防安全委员会办公室', exportFolder: sample.office.dataFolder });
});
afterAll(() => sample.office.close());

async function resultOf<Result>(started: Promise<{ jobUid: string }>): Promise<Result> {
  const job = await finishedJob(client, (await started).jobUid);
  if (job.status !== 'done') throw new Error(job.problem ?? job.status);
  return job.result as Result;
}

describe('x', () => {
  it('y', async () => {
    const [year] = await client.archive.years();
    console.log(
      await client.archive.years(),
      await resultOf<YearSurvey>(client.archive.survey({ year: year! })),
    );
    const t = Date.now();
    const written = await resultOf<WrittenFolder>(client.archive.write({ year: year! }));
    console.log(written, Date.now() - t);
    const path = join(written.folder, written.name);
    console.log(readFileSync(join(path, 'SHA256SUMS'), 'utf8'));
    console.log(execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: path, encoding: 'utf8' }));
    console.log(await client.archive.list());
    execFileSync('cp', ['-r', path, '/tmp/arc-out']);
  });
});

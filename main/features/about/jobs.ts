import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnosisText } from '#shared/contract/about.ts';
import { diagnose, packDiagnosis } from '#main/core/diagnosis/diagnosis.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { countFiles } from '#main/core/jobs/tally.ts';

export interface DiagnoseInput {
  programVersion: string;
  host: string;
  now: number;
}

export function makeDiagnosis(input: DiagnoseInput, job: JobContext): Promise<DiagnosisText[]> {
  job.progress(null, '检查数据文件');
  return diagnose({ ...input, dataFolder: job.dataFolder });
}

export function writeDiagnosis({ texts }: { texts: DiagnosisText[] }, job: JobContext): { path: string } {
  const path = join(job.temporaryFolder, 'diagnosis.zip');
  writeFileSync(path, packDiagnosis(texts));
  countFiles(texts.length);
  return { path };
}

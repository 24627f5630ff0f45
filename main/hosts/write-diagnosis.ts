import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { diagnose, packDiagnosis } from '../core/diagnosis/diagnosis.ts';
import { programVersion } from '../core/program.ts';

/**
 * Packs what support needs to know, without starting anything on the data; shows all of it on the terminal.
 * @throws AppError in plain Chinese where the package cannot be written
 */
export async function writeDiagnosis(
  file: string,
  dataFolder: string,
  host: string,
  say: (line: string) => void,
): Promise<void> {
  const texts = await diagnose({ dataFolder, programVersion, host, now: Date.now() });
  for (const { name, text } of texts) say(`【${name}】\n${text}`);
  const target = resolve(file);
  try {
    writeFileSync(target, packDiagnosis(texts), { mode: 0o600 });
  } catch {
    throw new AppError('refused', { reason: `不能写入“${target}”，请换一个位置。` });
  }
  say(`以上是诊断信息的全部内容，已存到 ${target}，可以交给维护人员。`);
}

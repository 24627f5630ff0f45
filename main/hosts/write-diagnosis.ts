import { hash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { diagnose, packDiagnosis } from '../core/diagnosis/diagnosis.ts';
import { programVersion } from '../core/program.ts';
import { anchorFile } from '../core/store/anchor.ts';
import { byCommandLine, noteLine } from '../core/store/noted-lines.ts';

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
  const packed = packDiagnosis(texts);
  try {
    writeFileSync(target, packed, { mode: 0o600 });
  } catch {
    throw new AppError('refused', { reason: `不能写入“${target}”，请换一个位置。` });
  }
  say(`以上是诊断信息的全部内容，已存到 ${target}，可以交给维护人员。`);
  note(dataFolder, `${basename(target)}；${texts.length} 个文件；SHA-256 ${hash('sha256', packed, 'hex')}`);
}

/** For the log, as soon as the data can be opened; a folder that was never this program's is left alone. */
function note(dataFolder: string, summary: string): void {
  if (!existsSync(join(dataFolder, anchorFile))) return;
  try {
    noteLine(dataFolder, { ...byCommandLine(), name: 'about.saveDiagnosis', label: '保存诊断信息', summary });
  } catch {
    // The package is what support needs now.
  }
}

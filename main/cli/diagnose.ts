import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '#main/core/program.ts';
import { writeDiagnosis } from '#main/hosts/write-diagnosis.ts';
import { type Terminal, UsageError } from './command.ts';
import { requireFile } from './result-file.ts';

export const DIAGNOSE_USAGE = '用法：npm run --silent diagnose -- --data 文件夹 --out 诊断信息.zip';

/**
 * Packs what support needs to know, also of data that the program does not open.
 * @throws UsageError; AppError in plain Chinese where the package cannot be written
 */
export async function diagnoseCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const { data, out } = readArguments(args);
  requireFile(out, '诊断信息.zip');
  await writeDiagnosis(out, data, 'cli', (line) => terminal.say(line));
}

function readArguments(args: readonly string[]): { data: string; out: string } {
  try {
    const options = { data: { type: 'string' }, out: { type: 'string' } } as const;
    const { data, out } = parseArgs({ args: [...args], options }).values;
    return {
      data: resolve(data === undefined || data === '' ? defaultDataFolder() : data),
      out: resolve(out === undefined || out === '' ? '诊断信息.zip' : out),
    };
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, DIAGNOSE_USAGE);
  }
}

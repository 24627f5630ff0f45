import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { defaultDataFolder } from '#main/core/program.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { exportByCode } from '#main/features/assessment/export/index.ts';
import { type Terminal, UsageError } from './command.ts';
import { openData } from './open-data.ts';
import { placeResult, requireFile } from './result-file.ts';

export const EXPORT_USAGE = '用法：npm run --silent export -- --data 文件夹 --period 2026Q3 --out 文件.xlsx';

const STEPS_SAID = 10;

/**
 * Writes a period's workbook to a file and says where it is.
 * @throws UsageError; AppError in plain Chinese
 */
export async function exportPeriodCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const { data, period, out } = readArguments(args);
  const target = resolve(out);
  requireFile(target, '考核结果.xlsx');
  const db = openData(resolve(data));
  const folder = mkdtempSync(join(tmpdir(), 'fire-committee-office-'));
  try {
    const written = join(folder, 'period.xlsx');
    await write(db, period, written, terminal);
    terminal.out(placeResult(written, target));
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(db: ReadStore, code: string, path: string, terminal: Terminal): Promise<void> {
  let said = -1;
  await exportByCode(db, code, path, localDay(Date.now()), {
    progress(progress, step) {
      const tenth = Math.floor(progress * STEPS_SAID);
      if (tenth === said) return;
      said = tenth;
      terminal.say(`${Math.round(progress * 100)}% ${step}`);
    },
    throwIfCancelled() {
      if (terminal.signal.aborted) throw new AppError('cancelled');
    },
  });
}

function readArguments(args: readonly string[]): { data: string; period: string; out: string } {
  const { data, period, out } = parsed(args);
  if (period === undefined || period === '')
    throw new UsageError('缺少 --period，例如 --period 2026Q3。', EXPORT_USAGE);
  if (out === undefined || out === '')
    throw new UsageError('缺少 --out，例如 --out 考核结果.xlsx。', EXPORT_USAGE);
  return { data: data === undefined || data === '' ? defaultDataFolder() : data, period, out };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { data: text, period: text, out: text } }).values;
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, EXPORT_USAGE);
  }
}

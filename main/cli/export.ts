import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { defaultDataFolder } from '#main/core/program.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { exportByCode } from '#main/features/assessment/export/index.ts';
import { type Terminal, UsageError } from './command.ts';
import { exportFrom } from './export-from.ts';
import { requireFile } from './result-file.ts';

export const EXPORT_USAGE =
  '用法：npm run --silent export -- --data 文件夹 --period 2026Q3 --out 文件.xlsx [--form 导出格式]';

const STEPS_SAID = 10;

/**
 * Writes a period's workbook to a file and says where it is.
 * @throws UsageError; AppError in plain Chinese
 */
export async function exportPeriodCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const { data, period, form, out } = readArguments(args);
  const target = resolve(out);
  requireFile(target, '考核结果.xlsx');
  await exportFrom(resolve(data), terminal, async ({ db, temporaryFolder }) => {
    const path = join(temporaryFolder, 'period.xlsx');
    await write(db, { code: period, formName: form }, path, terminal);
    const input = { periodUid: period, formUid: form };
    return { path, target, asked: { operation: 'assessment.exportWorkbook', input } };
  });
}

async function write(
  db: ReadStore,
  wanted: Parameters<typeof exportByCode>[1],
  path: string,
  terminal: Terminal,
): Promise<void> {
  let said = -1;
  const remarks = await exportByCode(db, wanted, path, localDay(Date.now()), {
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
  for (const remark of remarks) terminal.say(remark);
}

interface Arguments {
  data: string;
  period: string;
  /** Null: the form taken last. */
  form: string | null;
  out: string;
}

function readArguments(args: readonly string[]): Arguments {
  const { data, period, form = null, out } = parsed(args);
  if (period === undefined || period === '')
    throw new UsageError('缺少 --period，例如 --period 2026Q3。', EXPORT_USAGE);
  if (out === undefined || out === '')
    throw new UsageError('缺少 --out，例如 --out 考核结果.xlsx。', EXPORT_USAGE);
  return { data: data === undefined || data === '' ? defaultDataFolder() : data, period, form, out };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { data: text, period: text, form: text, out: text } })
      .values;
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, EXPORT_USAGE);
  }
}

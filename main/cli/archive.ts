import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { localDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { differencesOf, isUnchanged } from '#shared/rules/archive/check.ts';
import { readSums, SUMS_NAME, type SummedFile } from '#shared/rules/archive/sums.ts';
import { hashOfFile } from '#main/core/files/hash-of-file.ts';
import { defaultDataFolder } from '#main/core/program.ts';
import { archiveParts } from '#main/features/archive-parts.ts';
import { writeArchiveWith } from '#main/features/archive/jobs.ts';
import { officeNameOf } from '#main/features/office/index.ts';
import { type Terminal, UsageError } from './command.ts';
import { commandJob } from './command-job.ts';
import { exportFrom } from './export-from.ts';

export const ARCHIVE_USAGE = `用法：npm run --silent archive -- --data 文件夹 --year 2026 --out 文件夹（或 文件.zip）
      npm run --silent archive -- --check 归档文件夹`;

/**
 * Writes the archive of a year to a folder or a .zip, or holds an archive's folder against its checksums. What was
 * written here is not entered into the program's register.
 * @throws UsageError; AppError in plain Chinese
 */
export async function archiveCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const asked = readArguments(args);
  if ('check' in asked) await check(resolve(asked.check), terminal);
  else await write(asked, terminal);
}

async function write({ data, year, out }: WriteArguments, terminal: Terminal): Promise<void> {
  const target = resolve(out);
  const as = target.toLowerCase().endsWith('.zip') ? 'zip' : 'folder';
  await exportFrom(resolve(data), terminal, async (given) => {
    const now = Date.now();
    const names = { officeName: officeNameOf(given.db), userName: '' };
    const input = { year, now, today: localDay(now), as, ...names } as const;
    const job = commandJob(given, terminal);
    const { path, leftOut, warnings } = await writeArchiveWith(archiveParts)(input, job);
    for (const warning of warnings) terminal.say(warning);
    if (leftOut > 0) terminal.say(`有 ${leftOut} 项没有归档，原因见目录。`);
    return { path, target, asked: { operation: 'archive.write', input: { year, as } } };
  });
}

/** @throws AppError refused where anything is not as it was */
async function check(folder: string, terminal: Terminal): Promise<void> {
  const listed = readSums(sumsIn(folder));
  if (listed === null) throw refused(`“${join(folder, SUMS_NAME)}”不是程序写的校验文件，或者已经损坏。`);
  const found: SummedFile[] = [];
  for (const path of filesIn(folder)) {
    if (terminal.signal.aborted) throw new AppError('cancelled');
    found.push({ path: relative(folder, path).split(sep).join('/'), sha256: await hashOfFile(path) });
  }
  const differences = differencesOf(listed, found);
  const lines = [
    ...differences.missing.map((path) => `缺少：${path}`),
    ...differences.changed.map((path) => `改动：${path}`),
    ...differences.additional.map((path) => `多出：${path}`),
  ];
  for (const line of lines) terminal.out(line);
  if (!isUnchanged(differences)) throw refused(`归档和当时不一样，共 ${lines.length} 处。`);
  terminal.out(`归档没有变化，核对了 ${listed.length} 个文件。`);
}

function sumsIn(folder: string): string {
  try {
    return readFileSync(join(folder, SUMS_NAME), 'utf8');
  } catch {
    throw refused(`“${folder}”里没有校验文件“${SUMS_NAME}”。请写明归档的文件夹，压缩包请先解压。`);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

function refused(reason: string): AppError {
  return new AppError('refused', { reason });
}

interface WriteArguments {
  data: string;
  year: number;
  out: string;
}

function readArguments(args: readonly string[]): WriteArguments | { check: string } {
  const { data, year, out, check: checked } = parsed(args);
  if (checked !== undefined) {
    if (checked === '') throw new UsageError('--check 后面请写归档的文件夹。', ARCHIVE_USAGE);
    return { check: checked };
  }
  if (year === undefined || !/^(?:19|20|21)\d{2}$/u.test(year))
    throw new UsageError('缺少 --year，例如 --year 2026。', ARCHIVE_USAGE);
  if (out === undefined || out === '')
    throw new UsageError('缺少 --out，例如 --out 2026年度归档。', ARCHIVE_USAGE);
  return { data: data === undefined || data === '' ? defaultDataFolder() : data, year: Number(year), out };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { data: text, year: text, out: text, check: text } }).values;
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, ARCHIVE_USAGE);
  }
}

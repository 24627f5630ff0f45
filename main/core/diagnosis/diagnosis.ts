/**
 * What support needs to know when the program goes wrong, without anything that anybody wrote.
 * What: a few plain texts, shown to the clerk before they leave the PC. Works on a data folder that is open, closed or
 * damaged, and changes nothing in it.
 * Invariant: no text of the store, no path, no message of an error gets in; only numbers, kinds and names of the program.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { arch, cpus, freemem, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { DiagnosisText } from '#shared/contract/about.ts';
import { defaultDataFolder, programBuild } from '../program.ts';
import { ownPlace } from '../backups/make-backup.ts';
import { findBackups } from '../backups/place.ts';
import { sqliteInUse } from '../store/database.ts';
import { formatInstant } from '../store/format-instant.ts';
import { problemKind } from './problem-kind.ts';
import { storeLines } from './store-lines.ts';
import { errorsWithoutText } from './without-text.ts';

interface Asked {
  dataFolder: string;
  programVersion: string;
  /** How the program runs: electron, browser, cli. */
  host: string;
  /** Instant, UTC milliseconds. */
  now: number;
}

const MOST_ERROR_LINES = 2_000;
const MEGABYTE = 1_048_576;

export async function diagnose({ dataFolder, programVersion, host, now }: Asked): Promise<DiagnosisText[]> {
  const { state, rows, settings } = storeLines(dataFolder);
  const sections: [string, string[]][] = [
    ['程序和电脑', programLines(dataFolder, programVersion, host)],
    ['数据文件', state],
    ['各表行数', rows],
    ['设置', settings],
    ['备份', await backupLines(dataFolder)],
    ['最近的错误', errorLines(dataFolder)],
  ];
  return [
    { name: '说明.txt', text: `${introduction}生成时间：${formatInstant(now)}\n` },
    ...sections.map(([name, lines]) => ({
      name: `${name}.txt`,
      text: `${lines.length === 0 ? '没有' : lines.join('\n')}\n`,
    })),
  ];
}

const introduction = `消安办工作台诊断信息，供维护人员查找故障。
这里只有版本、大小、行数、用时、错误种类和设置里的数字；
没有人名、单位名、公文内容、文件名和文件夹位置，文字一律只写有几个字。
`;

export function packDiagnosis(texts: readonly DiagnosisText[]): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(texts.map(({ name, text }) => [name, encoder.encode(text)])));
}

function programLines(dataFolder: string, version: string, host: string): string[] {
  const { electron, chrome, node } = process.versions;
  const { version: sqlite, driver } = sqliteInUse();
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return [
    `程序：${version} ${programBuild}`,
    `打开方式：${host}`,
    `Node：${node}`,
    ...(electron === undefined ? [] : [`Electron：${electron}`, `Chromium：${chrome ?? ''}`]),
    `SQLite：${sqlite}（${driver}）`,
    `系统：${process.platform} ${release()} ${arch()}`,
    `处理器：${cpus().length} 个`,
    `内存：共 ${megabytes(totalmem())}，空闲 ${megabytes(freemem())}，本程序 ${megabytes(process.memoryUsage().rss)}`,
    `时区和语言：${timeZone} ${locale}`,
    `已运行：${Math.round(process.uptime())} 秒`,
    `数据文件夹：${dataFolder === defaultDataFolder() ? '平时的位置' : '另外指定的位置'}`,
    ...countLines(dataFolder),
  ];
}

/** How much lies in the program's own folders; of names only those that it gives itself. */
function countLines(dataFolder: string): string[] {
  return ['files', 'backups', 'logs'].map((name) => {
    const { files, bytes } = sizeOf(join(dataFolder, name));
    return `${name}：${files} 个文件，${megabytes(bytes)}`;
  });
}

function sizeOf(folder: string): { files: number; bytes: number } {
  if (!existsSync(folder)) return { files: 0, bytes: 0 };
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const sizes = found.map(
    (each) => statSync(join(each.parentPath, each.name), { throwIfNoEntry: false })?.size ?? 0,
  );
  return { files: found.length, bytes: sizes.reduce((sum, each) => sum + each, 0) };
}

async function backupLines(dataFolder: string): Promise<string[]> {
  const found = await findBackups(ownPlace(dataFolder));
  return found.map(({ kind, madeAt, bytes, sealed, manifest }) => {
    const version = manifest === null ? '' : `，数据第 ${manifest.facts.storeVersion} 版`;
    return `${formatInstant(madeAt)} ${kind}，${megabytes(bytes)}${sealed ? '，加密' : ''}${version}`;
  });
}

function errorLines(dataFolder: string): string[] {
  try {
    const file = join(dataFolder, 'logs', 'errors.log');
    return existsSync(file) ? errorsWithoutText(readFileSync(file, 'utf8')).slice(-MOST_ERROR_LINES) : [];
  } catch (error) {
    return [`读不出来：${problemKind(error)}`];
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PACK_ENDING } from '#shared/pack-ending.ts';
import { AppError } from '#shared/errors.ts';
import { packRules, type PackRule } from '#shared/rules/exchange/model.ts';
import { packTopics } from '#shared/rules/exchange/topics.ts';
import { tableNameOf } from '#shared/rules/history/stored-names.ts';
import { applyPlan } from '#main/core/packs/apply.ts';
import { choiceOf, type FullPlan, type MergeAnswers, planMerge } from '#main/core/packs/plan.ts';
import { defaultDataFolder, programVersion } from '#main/core/program.ts';
import { storeFile } from '#main/core/store/database.ts';
import { byCommandLine } from '#main/core/store/noted-lines.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { kindNames } from '#main/core/backups/make-backup.ts';
import { settingsOf } from '#main/features/backups/index.ts';
import { makeBackups } from '#main/features/backups/jobs.ts';
import { keepMade } from '#main/features/backups/keep-made.ts';
import { makePack, openPack } from '#main/features/exchange/jobs.ts';
import { guardFor, organizationUidsOf } from '#main/features/exchange/scope.ts';
import type { ReadPack } from '#main/core/packs/pack-file.ts';
import { exportAll } from '#main/features/exchange/whole/export-all.ts';
import { importAll } from '#main/features/exchange/whole/import-all.ts';
import { wholeName } from '#main/features/exchange/whole/names.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSecurity } from '#main/features/users/security.ts';
import { officeNameOf } from '#main/features/office/index.ts';
import { type Terminal, UsageError } from './command.ts';
import { commandJob } from './command-job.ts';
import { exportFrom } from './export-from.ts';
import { openData } from './open-data.ts';
import { makeFolders } from '#main/core/files/make-folders.ts';

const topicKeys = packTopics.map(({ key, name }) => `${key}(${name})`).join(' ');

export const EXCHANGE_USAGE = `用法：npm run --silent exchange -- export-all --data 文件夹 --out 文件夹（或 文件.zip）
      npm run --silent exchange -- import-all --from 导出的文件夹 --data 新的数据文件夹
      npm run --silent exchange -- pack --data 文件夹 --topics sites,tasks [--units 机构名称,…] [--period 周期名称] --out 文件${PACK_ENDING}
      npm run --silent exchange -- check --data 文件夹 --file 文件${PACK_ENDING}
      npm run --silent exchange -- merge --data 文件夹 --file 文件${PACK_ENDING} [--rule ours 或 theirs]
      内容：${topicKeys}。数据包的密码从标准输入读一行，不写在命令里。`;

const text = { type: 'string' } as const;
const options = {
  data: text,
  out: text,
  from: text,
  file: text,
  topics: text,
  units: text,
  period: text,
  rule: text,
} as const;

type Given = Partial<Record<keyof typeof options, string>>;

/**
 * Data packs and exports of everything, as on the page 数据交换.
 * @param readPassword the first line of the standard input
 * @throws UsageError; AppError in plain Chinese
 */
export async function exchangeCommand(
  [step = '', ...args]: readonly string[],
  terminal: Terminal,
  readPassword: () => string = firstLineOfInput,
): Promise<void> {
  const steps: Readonly<Record<string, (given: Given) => Promise<void>>> = {
    'export-all': (given) => exportWhole(given, terminal),
    'import-all': (given) => importWhole(given, terminal),
    pack: (given) => pack(given, terminal, readPassword()),
    check: (given) => merge(given, terminal, readPassword(), false),
    merge: (given) => merge(given, terminal, readPassword(), true),
  };
  const run = Object.hasOwn(steps, step) ? steps[step] : undefined;
  if (run === undefined) throw new UsageError(`没有这一步：${step === '' ? '(空)' : step}`, EXCHANGE_USAGE);
  await run(parsed(args));
}

function parsed(args: readonly string[]): Given {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, EXCHANGE_USAGE);
  }
}

function needed(given: Given, name: keyof typeof options): string {
  const value = given[name];
  if (value === undefined || value === '') throw new UsageError(`缺少 --${name}。`, EXCHANGE_USAGE);
  return value;
}

function dataOf({ data }: Given): string {
  return resolve(data === undefined || data === '' ? defaultDataFolder() : data);
}

function firstLineOfInput(): string {
  return readFileSync(0, 'utf8').split(/\r?\n/u)[0] ?? '';
}

async function inTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fire-committee-office-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function exportWhole(given: Given, terminal: Terminal): Promise<void> {
  const target = resolve(needed(given, 'out'));
  const as = target.toLowerCase().endsWith('.zip') ? 'zip' : 'folder';
  await exportFrom(dataOf(given), terminal, async (data) => {
    const now = new Date();
    const asked = { as, name: wholeName(now), office: officeNameOf(data.db), userName: '命令行' } as const;
    const job = commandJob(data, terminal);
    const { path, remarks } = await exportAll({ ...asked, programVersion, now: now.getTime() }, job);
    for (const remark of remarks) terminal.say(remark);
    return { path, target, asked: { operation: 'exchange.exportAll', input: { as } } };
  });
}

async function importWhole(given: Given, terminal: Terminal): Promise<void> {
  const folder = resolve(needed(given, 'from'));
  const dataFolder = resolve(needed(given, 'data'));
  if (existsSync(join(dataFolder, storeFile))) {
    const reason = `“${dataFolder}”里已经有数据，没有导入。请用 --data 写一个空的或新的文件夹。`;
    throw new AppError('refused', { reason });
  }
  makeFolders(dataFolder);
  const { rows, files } = await importAll(
    { folder, now: Date.now() },
    {
      dataFolder,
      progress: (_share, step) => terminal.say(step),
      throwIfCancelled() {
        if (terminal.signal.aborted) throw new AppError('cancelled');
      },
    },
  );
  openStore(dataFolder, { programVersion }).close();
  terminal.out(`已导入 ${rows} 条数据和 ${files} 个附件到 ${dataFolder}`);
}

async function pack(given: Given, terminal: Terminal, password: string): Promise<void> {
  const topics = needed(given, 'topics').split(',');
  const unknown = topics.find((key) => packTopics.every((topic) => topic.key !== key));
  if (unknown !== undefined)
    throw new UsageError(`没有“${unknown}”这类内容，可以写：${topicKeys}。`, EXCHANGE_USAGE);
  if (password.length < 8) throw new UsageError('密码至少 8 个字，从标准输入给。', EXCHANGE_USAGE);
  const target = resolve(needed(given, 'out'));
  const { units = '', period = '' } = given;
  await exportFrom(dataOf(given), terminal, async (data) => {
    const { organizationUids, periodUid } = organizationUidsOf(data.db, units, period);
    const choice = { topics, organizationUids, periodUid, withFiles: true, password };
    const by = { office: officeNameOf(data.db), userName: '命令行', programVersion, now: Date.now() };
    const { path, remarks } = await makePack({ ...choice, ...by }, commandJob(data, terminal));
    for (const remark of remarks) terminal.say(remark);
    const input = { topics, organizationUids: namesIn(units), periodUid: period, withFiles: true };
    return { path, target, asked: { operation: 'exchange.make', input } };
  });
}

function namesIn(list: string): string[] {
  return list.split(',').filter((name) => name !== '');
}

async function merge(given: Given, terminal: Terminal, password: string, writes: boolean): Promise<void> {
  const answers: MergeAnswers = { organizations: {}, decisions: {}, rule: ruleOf(given) };
  const file = resolve(needed(given, 'file'));
  const dataFolder = dataOf(given);
  await inTemporaryFolder(async (temporaryFolder) => {
    const db = openData(dataFolder);
    let content: ReadPack;
    try {
      if (writes) refuseIfApart(db);
      const job = commandJob({ db, dataFolder, temporaryFolder }, terminal);
      const { payloadFile } = await openPack({ path: file, password }, job);
      content = JSON.parse(readFileSync(payloadFile, 'utf8')) as ReadPack;
      say(planMerge(db, content.rows, answers, guardFor(db, ['director'])), terminal);
    } finally {
      db.close();
    }
    if (writes) terminal.out(await write({ dataFolder, temporaryFolder }, content, answers, terminal));
  });
}

/** The account of the PC is nobody of the office. @throws AppError refused */
function refuseIfApart(db: ReadStore): void {
  if (!readSecurity(db).administratorsApart) return;
  const reason =
    '已开启“三员分立”，命令行不知道是谁，不能合并数据包。请有权限的人登录程序，在“设置 › 数据交换”里合并。';
  throw new AppError('refused', { reason });
}

function ruleOf({ rule }: Given): PackRule | null {
  if (rule === undefined) return null;
  const known = packRules.find((each) => each === rule);
  if (known === undefined) throw new UsageError('--rule 只能是 ours 或 theirs。', EXCHANGE_USAGE);
  return known;
}

function say({ counts, conflicts, questions, leftOut }: FullPlan, terminal: Terminal): void {
  for (const { table, adds, changes, conflicts: both, same } of counts)
    terminal.out(
      `${tableNameOf(table)}：新增 ${adds} 条，较新 ${changes} 格，两边都改过 ${both} 格，不变 ${same} 条`,
    );
  for (const { row, column, ours, theirs } of conflicts)
    terminal.out(`两边都改过：${row} ${column}，这里“${ours ?? ''}”，包里“${theirs ?? ''}”`);
  for (const { name } of questions) terminal.out(`认不出的机构：${name}`);
  for (const { row, reason } of leftOut) terminal.say(`不合并 ${row}：${reason}`);
}

type Folders = Pick<JobContext, 'dataFolder' | 'temporaryFolder'>;

/** As the page does where the pack is long enough; none while the store takes no writes, when nothing is merged either. */
async function backUpBefore(store: Store, folders: Folders, rows: number, terminal: Terminal): Promise<void> {
  const db = store.read();
  try {
    const settings = settingsOf(db);
    if (rows < settings.importRows || store.startFaults.length > 0) return;
    const now = Date.now();
    const asked = { kind: 'beforeMerge', fresh: 'whereChanged', settings, programVersion, now } as const;
    const made = await makeBackups(asked, commandJob({ db, ...folders }, terminal));
    if (made.problem !== null) terminal.say(made.problem);
    const label = `${kindNames.beforeMerge}备份`;
    const line = await keepMade(folders.dataFolder, made, now, label);
    const by = {
      uid: randomUUID(),
      undo: 'final',
      userUid: null,
      ...byCommandLine(),
      windowUid: 'cli',
    } as const;
    if (line !== null) store.recordEvent({ ...line, ...by });
  } finally {
    db.close();
  }
}

/** @throws AppError refused where something is left to decide, or the program is running on the folder */
async function write(
  folders: Folders,
  { header, rows }: ReadPack,
  answers: MergeAnswers,
  terminal: Terminal,
): Promise<string> {
  const store = openStore(folders.dataFolder, { programVersion });
  try {
    await backUpBefore(store, folders, header.rows, terminal);
    const operation = {
      uid: randomUUID(),
      name: 'exchange.merge',
      label: '合并数据包',
      undo: 'reversible',
      userUid: null,
      ...byCommandLine(),
      windowUid: 'cli',
    } as const;
    const { value } = store.transact(operation, (db, { summarize }) => {
      const plan = planMerge(db, rows, answers, guardFor(db, ['director']));
      const open = plan.conflicts.filter((cell) => choiceOf(cell, answers) === null).length;
      if (open > 0 || plan.questions.length > 0) {
        const reason = `有 ${open} 处两边都改过、${plan.questions.length} 个机构认不出，没有合并。请用 --rule 定办法，或在程序的“数据交换”里合并。`;
        throw new AppError('refused', { reason });
      }
      summarize(`${header.office} ${header.madeBy} 的包`);
      return applyPlan(db, plan, () => undefined);
    });
    return `已合并：新增 ${value.added} 条，修改 ${value.changed} 条`;
  } finally {
    store.close();
  }
}

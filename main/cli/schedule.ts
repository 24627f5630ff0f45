import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { clashWords } from '#shared/rules/schedule/clash-words.ts';
import { AIM_WORDS } from '#shared/rules/schedule/names.ts';
import { problemSchema, type ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { certaintyWords, type ScheduleResult } from '#shared/rules/schedule/result.ts';
import { violationWords } from '#shared/rules/schedule/violation-words.ts';
import { AppError } from '#shared/errors.ts';
import { solveInThread } from '#main/core/solver/solving-thread.ts';
import { type Terminal, UsageError } from './command.ts';

export const SCHEDULE_USAGE = '用法：npm run --silent schedule -- 问题文件.json --seconds 15';

const USUAL_SECONDS = 15;
const MOST_SECONDS = 3_600;
const MOST_FAULTS = 5;

/**
 * Prints the best schedule for a problem, what it reaches and how good that is proved to be, as JSON. Ctrl+C prints
 * the best so far.
 * @throws UsageError; AppError in plain Chinese
 */
export async function scheduleCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const { file, seconds } = readArguments(args);
  const problem = readProblem(file);
  const best = await solveInThread({ problem, seconds }, terminal.signal, (better) =>
    terminal.say(`${better.seconds.toFixed(1)} 秒：${summaryOf(better)}`),
  );
  if (best === null)
    throw new AppError('refused', { reason: '求解程序没有给出方案。请减少场所或缩短时间后重试。' });
  terminal.out(JSON.stringify(answerOf(problem, best), null, 2));
}

function summaryOf({ aims }: ScheduleResult): string {
  return aims.map(({ aim, value }) => `${AIM_WORDS[aim]} ${value}`).join('，');
}

function answerOf(problem: ScheduleProblem, { plan, aims, ...rest }: ScheduleResult) {
  const { status, seconds, violations, clashes } = rest;
  return {
    status,
    ended: rest.ended ?? 'crashed',
    seconds: Number(seconds.toFixed(2)),
    violatedRules: violations.length,
    violations: violations.map((violation) => violationWords(problem, violation)),
    clashes: clashes.map((clash) => clashWords(problem, clash)),
    aims: aims.map((result) => ({
      ...result,
      name: AIM_WORDS[result.aim],
      words: certaintyWords(result),
    })),
    plan,
  };
}

/** @throws UsageError */
function readProblem(file: string): ScheduleProblem {
  const read = problemSchema.safeParse(readJson(file));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}：${message}`,
  );
  const more = faults.length > MOST_FAULTS ? `\n还有 ${faults.length - MOST_FAULTS} 处` : '';
  throw new UsageError(
    `问题文件“${file}”有错，请改正后重试：\n${faults.slice(0, MOST_FAULTS).join('\n')}${more}`,
    SCHEDULE_USAGE,
  );
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(file), 'utf8');
  } catch {
    throw new UsageError(`不能读取“${file}”，请写明一个存在的问题文件。`, SCHEDULE_USAGE);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`“${file}”不是 JSON 文件，请检查逗号和引号。`, SCHEDULE_USAGE);
  }
}

function readArguments(args: readonly string[]): { file: string; seconds: number } {
  const { values, positionals } = parsed(args);
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError('缺少问题文件。', SCHEDULE_USAGE);
  if (others.length > 0)
    throw new UsageError(`只能写一个问题文件，多了：${others.join(' ')}`, SCHEDULE_USAGE);
  const seconds = values.seconds === undefined ? USUAL_SECONDS : Number(values.seconds);
  if (!(seconds > 0 && seconds <= MOST_SECONDS))
    throw new UsageError(`--seconds 要写 1 到 ${MOST_SECONDS} 之间的秒数。`, SCHEDULE_USAGE);
  return { file, seconds };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { seconds: { type: 'string' } } });
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, SCHEDULE_USAGE);
  }
}

import { parseArgs } from 'node:util';
import { readSentence } from '#shared/rules/sentences/read-sentence.ts';
import { type Terminal, UsageError } from './command.ts';

export const RULE_USAGE = '用法：npm run --silent rule -- "少一次扣3分,扣完为止" --points 6';

const MOST_POINTS = 10_000;

/**
 * Prints what a sentence of a scheme says, as JSON: the rules with their figures, the floor, whether all of it was
 * understood, and the parts that were not (see shared/rules/sentences/reading.ts).
 * @throws UsageError
 */
export async function ruleCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const { sentence, points, content } = readArguments(args);
  terminal.out(JSON.stringify(readSentence(sentence, { points, content })));
}

function readArguments(args: readonly string[]): {
  sentence: string;
  points: number | null;
  content: string;
} {
  const { values, positionals } = parsed(args);
  const [sentence, ...others] = positionals;
  if (sentence === undefined || sentence.trim() === '') {
    throw new UsageError('缺少评分标准的原文，请写在引号里。', RULE_USAGE);
  }
  if (others.length > 0) {
    throw new UsageError(`一次只能认一句，请把整句写在一对引号里，多了：${others.join(' ')}`, RULE_USAGE);
  }
  return { sentence, points: pointsOf(values.points), content: values.content ?? '' };
}

function pointsOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const points = text.trim() === '' ? Number.NaN : Number(text);
  if (points >= 0 && points <= MOST_POINTS) return points;
  throw new UsageError(`--points 要写本项分值，0 到 ${MOST_POINTS} 之间的数，例如 --points 6。`, RULE_USAGE);
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { points: text, content: text } });
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, RULE_USAGE);
  }
}

import {
  action,
  type Action,
  amounts,
  judged,
  type Judged,
  manner,
  multiplied,
  type Multiplied,
  type Range,
} from './actions.ts';
import { nothing, type Nothing, proportional, type Proportional, veto, type Veto } from './actions.ts';
import { alt, map, type Parser, words } from './combinators.ts';
import {
  cap,
  type Cap,
  countedOnce,
  type CountedOnce,
  floor,
  type Floor,
  full,
  type FullMarks,
} from './limits.ts';
import { bound, type Bound, type Count, everyCount, ordinals, type Ordinals } from './measures.ts';
import { quantity, type Quantity } from './measures.ts';

/** Points without what is done with them. */
export interface Bare {
  type: 'bare';
  amounts: Range[];
}

/** What a sentence consists of; the words between are the conditions of what happens to the score. */
export type Chunk =
  | Action
  | Nothing
  | Judged
  | Proportional
  | Multiplied
  | Veto
  | Floor
  | Cap
  | FullMarks
  | CountedOnce
  | Count
  | Quantity
  | Ordinals
  | Bound
  | { type: 'manner' }
  | { type: 'otherwise' }
  | { type: 'respectively' }
  | { type: 'continues' }
  /** The text is cut off or doubts itself. */
  | { type: 'doubt' }
  | Bare
  | { type: 'open' | 'close' }
  | { type: 'break'; isStrong: boolean }
  | { type: 'text'; text: string };

export type Placed<Kind extends Chunk = Chunk> = Kind & { from: number; to: number };

function said<Type extends 'manner' | 'otherwise' | 'respectively' | 'continues' | 'doubt'>(
  type: Type,
  all: string,
): Parser<{ type: Type }> {
  return map(words(all), () => ({ type }));
}

/** 加分项: is a heading. */
const heading: Parser<Chunk> = map(
  words(`扣分项 加分项 减分项 得分项 扣分项目 加分项目 扣分标准 加分标准 评分标准 扣分情形 加分情形 评分办法
    计分方法 评分方法 计分办法 扣分办法`),
  () => ({ type: 'break', isStrong: true }),
);

const chunk: Parser<Chunk> = alt<Chunk>(
  heading,
  countedOnce,
  veto,
  floor,
  cap,
  full,
  multiplied,
  proportional,
  judged,
  manner,
  action,
  nothing,
  said('otherwise', '否则 反之 不然 反之则'),
  said('continues', '以此类推 依此类推 依次类推 以次类推 如此类推'),
  said('respectively', '分别 依次 各自'),
  said('doubt', '… ... 未见 不详 原文 另一句 缺字 后略 下略 另行规定'),
  bound,
  everyCount,
  ordinals,
  quantity,
  map(amounts, (found) => ({ type: 'bare', amounts: found })),
);

const WEAK = new Set([',', '、', ':', '/']);

/** 1. or (1) or 一是 where a clause begins. */
function enumeratorEnd(text: string, at: number): number {
  const found =
    /^(?:\(?[0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[.、](?![0-9])|[一二三四五六七八九十]{1,2}[、是])/u.exec(
      text.slice(at, at + 6),
    );
  return found === null ? at : at + found[0].length;
}

function punctuation(character: string): Chunk | null {
  if (character === ';') return { type: 'break', isStrong: true };
  if (WEAK.has(character)) return { type: 'break', isStrong: false };
  if (character === '(') return { type: 'open' };
  return character === ')' ? { type: 'close' } : null;
}

/** The sentence as what bears on the score, with the words between as text. */
export function chunksOf(text: string): Placed[] {
  const chunks: Placed[] = [];
  let at = 0;
  let textFrom = 0;
  const push = (one: Chunk, to: number): void => {
    if (textFrom < at) chunks.push({ type: 'text', text: text.slice(textFrom, at), from: textFrom, to: at });
    chunks.push({ ...one, from: at, to });
    at = to;
    textFrom = to;
  };
  while (at < text.length) {
    const last = chunks.at(-1);
    const isStart = textFrom === at && (last === undefined || last.type === 'break');
    const enumerated = isStart ? enumeratorEnd(text, at) : at;
    const mark = punctuation(text.charAt(at));
    const found = enumerated > at || mark !== null ? null : chunk(text, at);
    if (enumerated > at) push({ type: 'break', isStrong: true }, enumerated);
    else if (mark !== null) push(mark, at + 1);
    else if (found === null) at += 1;
    else push(found.value, found.to);
  }
  if (textFrom < at) chunks.push({ type: 'text', text: text.slice(textFrom), from: textFrom, to: at });
  return chunks;
}

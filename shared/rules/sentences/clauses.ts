import type { Bare, Chunk, Placed } from './chunks.ts';
import type { Action, Judged, Multiplied, Nothing, Proportional, Veto } from './actions.ts';
import type { Cap, CountedOnce, Floor, FullMarks } from './limits.ts';
import { askedIn } from './asked.ts';
import { levelOf } from './names.ts';
import type { Bound } from './measures.ts';

export type Act = Action | Nothing | Judged | Proportional | Multiplied | Veto;

/** What is done to the score, and the words in front that say when. */
export interface Clause {
  type: 'clause';
  conditions: readonly Placed[];
  act: Placed<Act>;
  from: number;
  to: number;
  /** Which part between semicolons it belongs to. */
  group: number;
}

/** What is said about the clauses before. */
export type Remark = (
  | Placed<Floor | Cap | FullMarks | CountedOnce | { type: 'continues' } | Bare>
  | { type: 'calculated'; from: number; to: number }
) & { group: number };

/** 每年不少于4次; in front of the clauses that count against it. */
export interface Requirement {
  type: 'requirement';
  bound: Bound;
}

/** Words that were not understood. */
export interface Unread {
  type: 'unread';
  from: number;
  to: number;
}

export type Part = Clause | Remark | Requirement | Unread;

const HARMLESS =
  /^(?:并|且|同时|另外|予以|给予|在|全市|全县|全区|全镇|全省|范围内|进行|通报|批评|责令|限期|整改|约谈|的|等|处理|处罚|作出|书面|检查|要求|其中|计算|者|本项|该项|此项|以上|各项|内容|说明|注|实行|以[^,;扣得加减]{1,20}为(?:准|依据)|(?:查阅|查看|核查|抽查)[^,;扣得加减]{1,20}|不封顶|上不封顶|不设上限|\d)*$/u;
const DOUBTFUL =
  /(?<![取获使])得$|的分值|分值的|扣|加分|减分|倍|减半|折半|按[^,;]{0,8}比例|[同等]比例|比例[扣得计折减]|酌|否决|得分|计分|负分/u;

function isAct(chunk: Placed): chunk is Placed<Act> {
  if (chunk.type === 'proportional') return !chunk.isCalculation;
  return ['action', 'nothing', 'judged', 'multiplied', 'veto'].includes(chunk.type);
}

function isRemark(chunk: Placed): boolean {
  return ['floor', 'cap', 'full', 'once', 'continues', 'bare', 'proportional'].includes(chunk.type);
}

const REMARKING = new Set<Chunk['type']>(['text', 'bound', 'break', 'ordinals']);

/**
 * What stands in brackets: a note goes, 扣完为止 and a count are read like the rest, and points that explain points
 * already said are nothing that can be read safely.
 */
function withoutBrackets(chunks: readonly Placed[]): (Placed | Unread)[] {
  const kept: (Placed | Unread)[] = [];
  for (let place = 0; place < chunks.length; place += 1) {
    const chunk = chunks[place];
    if (chunk === undefined || chunk.type === 'close') continue;
    if (chunk.type !== 'open') {
      kept.push(chunk);
      continue;
    }
    const end = chunks.findIndex((other, at) => at > place && other.type === 'close');
    const last = end === -1 ? chunks.length : end;
    const inner = chunks.slice(place + 1, last).filter(({ type }) => type !== 'open');
    const to = chunks[last]?.to ?? inner.at(-1)?.to ?? chunk.to;
    const before = kept.findLast(({ type }) => type !== 'break');
    const explains = before !== undefined && before.type !== 'text' && before.type !== 'ordinals';
    if (inner.some((one) => one.type === 'doubt' || (isAct(one) && explains))) {
      kept.push({ type: 'unread', from: chunk.from, to });
    } else if (inner.some(({ type }) => !REMARKING.has(type))) {
      kept.push(...inner);
    }
    place = last;
  }
  return kept;
}

/** 国家级表彰加5分、省级3分: the next level is given what it says, without the verb. */
function withVerbs(chunks: readonly (Placed | Unread)[]): (Placed | Unread)[] {
  const said: (Placed | Unread)[] = [];
  for (const chunk of chunks) {
    const [act, mark, level] = said.slice(-3);
    const isLevel = level?.type === 'text' && levelOf(level.text) !== null;
    const isBehind =
      act?.type === 'action' && act.does === 'bonus' && mark?.type === 'break' && !mark.isStrong;
    if (chunk.type === 'bare' && isLevel && isBehind) {
      said.push({ ...act, amounts: chunk.amounts, unit: null, from: chunk.from, to: chunk.to });
    } else said.push(chunk);
  }
  return said;
}

/** Cuts what was recognised into clauses; all words end up in a clause, a remark, or as not understood. */
export function partsOf(chunks: readonly Placed[]): Part[] {
  const parts: Part[] = [];
  let conditions: Placed[] = [];
  let group = 0;
  let hasActed = false;

  /** Words behind which nothing is done to the score. */
  function leave(): void {
    const requirement = askedIn(conditions);
    if (requirement !== null) parts.push({ type: 'requirement', bound: requirement });
    const words = conditions.filter(({ type }) => type !== 'break');
    const isPlain = words.every((chunk) => chunk.type === 'text' && HARMLESS.test(chunk.text));
    const [first, last] = [words[0], words.at(-1)];
    const isPreface = !hasActed && words.every(({ type }) => type === 'text' || type === 'bound');
    const doubts = words.some((chunk) => chunk.type === 'text' && DOUBTFUL.test(chunk.text));
    if (first !== undefined && last !== undefined && !isPlain && (!isPreface || doubts)) {
      parts.push({ type: 'unread', from: first.from, to: last.to });
    } else if (first !== undefined && last !== undefined && isPreface) {
      prefaces.push({ type: 'unread', from: first.from, to: last.to });
    }
    conditions = [];
  }

  const prefaces: Unread[] = [];
  for (const chunk of withVerbs(withoutBrackets(chunks))) {
    if (chunk.type === 'unread') parts.push(chunk);
    else if (chunk.type === 'doubt') {
      const from = conditions.find(({ type }) => type !== 'break')?.from ?? chunk.from;
      parts.push({ type: 'unread', from, to: chunk.to });
      conditions = [];
    } else if (isAct(chunk)) {
      while (conditions[0]?.type === 'break') conditions.shift();
      const from = conditions[0]?.from ?? chunk.from;
      parts.push({ type: 'clause', conditions, act: chunk, from, to: chunk.to, group });
      hasActed = true;
      conditions = [];
    } else if (isRemark(chunk)) {
      parts.push(remarkOf(chunk, group));
    } else if (chunk.type === 'break' && chunk.isStrong) {
      leave();
      group += 1;
    } else conditions.push(chunk);
  }
  leave();
  return hasActed ? parts : [...parts, ...prefaces];
}

function remarkOf(chunk: Placed, group: number): Remark {
  const { from, to } = chunk;
  switch (chunk.type) {
    case 'floor':
    case 'cap':
    case 'full':
    case 'once':
    case 'bare':
      return { ...chunk, group };
    default:
  }
  return { type: chunk.type === 'continues' ? 'continues' : 'calculated', from, to, group };
}

/** Words of a condition that say something of the score which was not understood. */
export function doubtfulWords({ conditions }: Clause): boolean {
  return conditions.some((chunk) => chunk.type === 'text' && DOUBTFUL.test(chunk.text));
}

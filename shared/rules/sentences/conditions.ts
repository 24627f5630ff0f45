import { askedIn } from './asked.ts';
import type { Placed } from './chunks.ts';
import type { Clause } from './clauses.ts';
import type { Bound, Count, Ordinals, Quantity } from './measures.ts';
import { conditionText } from './names.ts';

/** The condition of a clause as what it counts, measures and says. */
export interface Condition {
  count: Count | Quantity | null;
  /** A bound or a quantity right in front of what is done. */
  bound: Bound | null;
  quantity: Quantity | null;
  ordinals: Ordinals | null;
  /** The last quantity, wherever it stands. */
  named: Quantity | null;
  hasManner: boolean;
  isOtherwise: boolean;
  isRespectively: boolean;
  /** The last bound, wherever it stands. */
  asked: Bound | null;
  text: string;
  group: number;
}

const FILLING = /^(?:的|时|者|则|内|的单位|之间|每次|的分别|的每次)*$/u;
const MISSING_BEFORE = /(?:少|缺|漏|欠|差)[^,;]{0,4}$/u;

function isFilling(chunk: Placed): boolean {
  if (chunk.type === 'text') return FILLING.test(chunk.text);
  return ['break', 'manner', 'otherwise', 'respectively'].includes(chunk.type);
}

export function conditionOf({ conditions, group }: Clause): Condition {
  const adjacent = conditions.findLast((chunk) => !isFilling(chunk));
  const every =
    conditions.findLast(
      (chunk, place): chunk is Placed<Count> => chunk.type === 'count' && !isStandard(conditions, place),
    ) ?? null;
  const isPlace = adjacent !== undefined && namesPlace(conditions, adjacent);
  const quantity = adjacent?.type === 'quantity' && !isPlace ? adjacent : null;
  const single =
    quantity ??
    conditions.findLast((chunk) => chunk.type === 'quantity' && chunk.isVerbed) ??
    conditions.findLast((chunk, place) => chunk.type === 'quantity' && isAlone(conditions, place));
  const has = (type: Placed['type']): boolean => conditions.some((chunk) => chunk.type === type);
  return {
    count: laterOf(every, single?.type === 'quantity' ? missingOf(single, conditions) : null),
    bound: adjacent?.type === 'bound' ? withOtherEnd(adjacent, conditions) : null,
    quantity,
    ordinals: conditions.findLast((chunk) => chunk.type === 'ordinals') ?? null,
    named: conditions.findLast((chunk) => chunk.type === 'quantity') ?? null,
    hasManner: has('manner'),
    isOtherwise: has('otherwise'),
    isRespectively: has('respectively'),
    asked: askedIn(conditions),
    text: conditionText(conditions),
    group,
  };
}

/** 每个村每季度少一次: the last one is what the points are for. */
function laterOf(every: Placed<Count> | null, single: Placed<Quantity> | null): Count | Quantity | null {
  if (every === null || single === null) return every ?? single;
  return every.from > single.from ? every : single;
}

/** 1户不达标 at the beginning counts; 一次也没有开展 does not. */
function isAlone(conditions: readonly Placed[], place: number): boolean {
  const [before, after] = [conditions[place - 1], conditions[place + 1]];
  const isFirst = before === undefined || before.type === 'break';
  return isFirst && !(after?.type === 'text' && /^[也都]/u.test(after.text));
}

/** 90%以上不足95%: one range. */
function withOtherEnd(upper: Placed<Bound>, conditions: readonly Placed[]): Bound {
  const lower = conditions[conditions.indexOf(upper) - 1];
  if (lower?.type !== 'bound' || lower.upper !== null || upper.upper !== null || lower.unit !== upper.unit) {
    return upper;
  }
  const [low, high] = lower.value < upper.value ? [lower, upper] : [upper, lower];
  const isRange = low.relation.startsWith('>') && high.relation.startsWith('<');
  return isRange ? { ...upper, relation: low.relation, value: low.value, upper: high.value } : upper;
}

/** 排名后三位, 第一名 count nobody. */
function namesPlace(conditions: readonly Placed[], chunk: Placed): boolean {
  const before = conditions[conditions.indexOf(chunk) - 1];
  return before?.type === 'text' && /[前后末第]$/u.test(before.text);
}

/** 少报一次: the verb and what it counts stand apart. */
function missingOf(quantity: Placed<Quantity>, conditions: readonly Placed[]): Placed<Quantity> {
  const before = conditions[conditions.indexOf(quantity) - 1];
  const isMissing = before?.type === 'text' && MISSING_BEFORE.test(before.text);
  return isMissing ? { ...quantity, isMissing } : quantity;
}

const MISSED = /^(?:未|没|不|达不到)/u;

/** 每10户1具; 每千人不少于1人,未达标: what is asked for, not what the points are for. */
function isStandard(conditions: readonly Placed[], place: number): boolean {
  if (conditions[place + 1]?.type === 'quantity') return true;
  const said = conditions.slice(conditions.findLastIndex(({ type }) => type === 'break') + 1)[0];
  return said?.type === 'text' && MISSED.test(said.text) && asksForEach(conditions, place);
}

/** 每个乡镇至少1个: the count says of what a number is asked. */
function asksForEach(conditions: readonly Placed[], place: number): boolean {
  const next = conditions.findIndex(
    ({ type }, after) => after > place && (type === 'bound' || type === 'break'),
  );
  return conditions[next]?.type === 'bound';
}

/** 每少1次、每缺1项: two counts beside each other. 第3次及以上: more cases than are named. */
export function hasTwoMeanings({ conditions }: Clause): boolean {
  const counts = conditions.flatMap((chunk, place) =>
    chunk.type === 'count' && !asksForEach(conditions, place) ? [place] : [],
  );
  const [first, last] = [counts[0], counts.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) {
    if (conditions.slice(first, last).some(({ type }) => type === 'break')) return true;
  }
  return conditions.some((chunk, place) => {
    const after = conditions[place + 1];
    return (
      chunk.type === 'ordinals' &&
      after?.type === 'text' &&
      /^(?:及|或)?以[上后]|^起|^及其?以后/u.test(after.text)
    );
  });
}

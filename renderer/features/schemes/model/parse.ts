import { POINTS_LIMIT } from '#shared/points.ts';

/** What a field makes of its text: a value, or words for the clerk about what belongs there. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: string };

const TOO_MANY_POINTS = `最多 ${POINTS_LIMIT / 1_000} 分`;

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').replace(/分$/u, '');
}

/** 6, 0.25, ６分: points of at most three decimals as thousandths. */
export function parsePoints(text: string): Parsed<number> {
  const found = /^(\d{1,15})(?:\.(\d{1,3}))?$/u.exec(plain(text));
  if (found === null) return { ok: false, problem: '请输入分数，最多 3 位小数' };
  const value = Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
  return value <= POINTS_LIMIT ? { ok: true, value } : { ok: false, problem: TOO_MANY_POINTS };
}

export function parsePositivePoints(text: string): Parsed<number> {
  const parsed = parsePoints(text);
  return parsed.ok && parsed.value === 0 ? { ok: false, problem: '请输入大于 0 的分数' } : parsed;
}

/** Empty is nothing: no cap, no bound. */
export function optional<Value>(parse: (text: string) => Parsed<Value>) {
  return (text: string): Parsed<Value | null> =>
    text.trim() === '' ? { ok: true, value: null } : parse(text);
}

export function parseCount(least: number, most: number) {
  return (text: string): Parsed<number> => {
    const value = /^\d{1,6}$/u.test(plain(text)) ? Number(plain(text)) : Number.NaN;
    return value >= least && value <= most
      ? { ok: true, value }
      : { ok: false, problem: `请输入 ${least} 到 ${most} 的整数` };
  };
}

/** A measured value as exact decimal text, without a percent sign. */
export function parseDecimal(text: string): Parsed<string> {
  const value = plain(text).replace(/%$/u, '');
  return /^-?\d{1,12}(\.\d{1,6})?$/u.test(value)
    ? { ok: true, value }
    : { ok: false, problem: '请输入数字，最多 6 位小数' };
}

export function parsePositiveDecimal(text: string): Parsed<string> {
  const parsed = parseDecimal(text);
  return parsed.ok && Number(parsed.value) <= 0 ? { ok: false, problem: '请输入大于 0 的数字' } : parsed;
}

/** 5、6、7: points of the first, second, third case. */
export function parseSeries(text: string): Parsed<number[]> {
  const parts = text
    .normalize('NFKC')
    .split(/[、，；,;\s]+/u)
    .filter((part) => part !== '');
  const parsed = parts.map(parsePositivePoints);
  const values = parsed.flatMap((one) => (one.ok ? [one.value] : []));
  if (parsed.some((one) => !one.ok && one.problem === TOO_MANY_POINTS)) {
    return { ok: false, problem: `每个${TOO_MANY_POINTS}` };
  }
  return values.length === parts.length && values.length > 0 && values.length <= 20
    ? { ok: true, value: values }
    : { ok: false, problem: '请写成 5、6、7 这样，最多 20 个' };
}

export function parseText(most: number, what: string, least = 0) {
  return (text: string): Parsed<string> => {
    const value = text.trim();
    if (value.length < least) return { ok: false, problem: `请填写${what}` };
    return value.length <= most
      ? { ok: true, value }
      : { ok: false, problem: `${what}最多 ${most} 个字，现在 ${value.length} 个` };
  };
}

export interface ResultCounts {
  found: number;
  major: number;
  /** Accepted or closed. */
  rectified: number;
  overdue: number;
}

export function sumOf(rows: readonly ResultCounts[]): ResultCounts {
  const sum = (pick: (row: ResultCounts) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    found: sum(({ found }) => found),
    major: sum(({ major }) => major),
    rectified: sum(({ rectified }) => rectified),
    overdue: sum(({ overdue }) => overdue),
  };
}

interface Summed<Term> {
  key: number;
  /** Undefined: none of the terms. */
  term: Term | undefined;
  counts: ResultCounts;
}

/** In the order of the terms; what belongs to none of them is one sum at the end. */
export function summedBy<Row extends ResultCounts, Term>(
  rows: readonly Row[],
  keyOf: (row: Row) => number,
  terms: ReadonlyMap<number, Term>,
): Summed<Term>[] {
  const NONE = 0;
  const byKey = Map.groupBy(rows, (row) => (terms.has(keyOf(row)) ? keyOf(row) : NONE));
  return [...terms.keys(), NONE].flatMap((key) => {
    const own = byKey.get(key);
    return own === undefined ? [] : [{ key, term: terms.get(key), counts: sumOf(own) }];
  });
}

const digits = '零一二三四五六七八九十';

/** 第二组 before 第十组, 第3组 before 第12组; others by their words. */
export function compareTeams(one: string, other: string): number {
  return withNumbers(one).localeCompare(withNumbers(other), 'zh', { numeric: true });
}

/** Up to 99, as teams are counted. */
function withNumbers(name: string): string {
  return name.replaceAll(/[一二三四五六七八九十]+/gu, (words) => {
    const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
    const ten = words.includes('十') ? 10 * (tens === '' ? 1 : digits.indexOf(tens ?? '')) : 0;
    return String(ten + (ones === undefined || ones === '' ? 0 : digits.indexOf(ones)));
  });
}

/*
 * A reason for points names what was found where. What an unannounced campaign found is not named outside of the office
 * before it is released: the points are told all the same.
 */

/** Stands in place of what is not told. */
export const NEUTRAL_GROUND = '督查发现问题';

export interface Untold {
  /** Whole passages, as they stand in the text. */
  passages: readonly string[];
  /** Where any of these is left, the clause around it goes as well: it was put into other words. */
  places: readonly string[];
}

const BETWEEN_CLAUSES = /([；。\n])/u;

/** Gives texts with a neutral word for everything that is not told; made once for many texts. */
export function neutralizer({ passages, places }: Untold): (text: string) => string {
  const [whole, telling] = [longestFirst(passages), longestFirst(places)];
  return (text) => {
    const clauses = withNeutralWord(text, whole)
      .split(BETWEEN_CLAUSES)
      .map((clause) => (telling.some((place) => clause.includes(place)) ? NEUTRAL_GROUND : clause));
    return withNeutralWord(withoutRepeats(clauses).join(''), telling);
  };
}

function withNeutralWord(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, NEUTRAL_GROUND), text);
}

function longestFirst(words: readonly string[]): string[] {
  return words.filter((word) => word !== '').toSorted((one, other) => other.length - one.length);
}

/** @param clauses with what stands between them */
function withoutRepeats(clauses: readonly string[]): string[] {
  const kept: string[] = [];
  for (let place = 0; place < clauses.length; place += 2) {
    const clause = clauses[place] ?? '';
    if (clause === NEUTRAL_GROUND && kept.at(-1) === NEUTRAL_GROUND) continue;
    const between = clauses[place - 1];
    kept.push(...(between === undefined ? [clause] : [between, clause]));
  }
  return kept;
}

/** What the clerk is told beside a file that was written so. */
export function neutralRemarks(count: number): string[] {
  return count === 0
    ? []
    : [
        `有 ${count} 处扣分理由涉及未公布的暗访，文件里写成了“${NEUTRAL_GROUND}”，分数不变；解密公布以后再导出，就写明了。`,
      ];
}

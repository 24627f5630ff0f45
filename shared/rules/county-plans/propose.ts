import { pairsOf, sharedPairs } from './words.ts';

/** Of the city's task's words so much has to stand in the county's text. */
const LEAST_LIKENESS = 0.4;
/** Two tasks of the city that are about as like leave it to the clerk. */
const LEAST_LEAD = 0.05;

interface CityText {
  uid: string;
  title: string;
}
interface CountyText {
  uid: string;
  text: string;
}

export interface ProposedAnswer {
  countyUid: string;
  cityUid: string;
}

/**
 * Which task of the city's plan each of the county's answers, by their words. Words that many tasks of the plan share
 * (火灾防控) tell little and weigh little. Only proposals: the clerk confirms them.
 */
export function proposeAnswers(city: readonly CityText[], county: readonly CountyText[]): ProposedAnswer[] {
  const pairs = city.map(({ title }) => pairsOf(title));
  const shared = new Map<string, number>();
  for (const each of pairs) for (const pair of each) shared.set(pair, (shared.get(pair) ?? 0) + 1);
  const weight = (pair: string): number => 1 / (shared.get(pair) ?? 1);
  const weigh = (each: Iterable<string>): number => [...each].reduce((sum, pair) => sum + weight(pair), 0);
  return county.flatMap(({ uid: countyUid, text }) => {
    const own = pairsOf(text);
    const [best, second] = city
      .map(({ uid }, place) => {
        const wanted = pairs[place] ?? new Set<string>();
        const whole = weigh(wanted);
        return { uid, likeness: whole === 0 ? 0 : weigh(sharedPairs(wanted, own)) / whole };
      })
      .toSorted((one, other) => other.likeness - one.likeness);
    if (best === undefined || best.likeness < LEAST_LIKENESS) return [];
    if (second !== undefined && best.likeness - second.likeness < LEAST_LEAD) return [];
    return [{ countyUid, cityUid: best.uid }];
  });
}

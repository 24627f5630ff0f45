import { addDays } from '../../calendar/days.ts';

interface SeasonKind {
  title: string;
  /** MM-DD; null: it has no season. */
  seasonFrom: string | null;
  seasonTo: string | null;
}

export interface SeasonProposal {
  title: string;
  firstDay: string;
  lastDay: string;
}

/** Days of a campaign that has no season. */
const USUAL_DAYS = 30;

/** What a new campaign of a kind begins with: its season that is running or comes next, not before today. */
export function proposalOf(kind: SeasonKind, today: string, taken: ReadonlySet<string>): SeasonProposal {
  const season = seasonOf(kind, today);
  if (season === null) {
    const [firstDay, lastDay] = [today, addDays(today, USUAL_DAYS - 1)];
    return { title: freeTitle(`${yearOf(firstDay)}年${kind.title}`, taken), firstDay, lastDay };
  }
  const firstDay = season.from < today ? today : season.from;
  return { title: freeTitle(`${yearOf(season.from)}年${kind.title}`, taken), firstDay, lastDay: season.to };
}

/** Two campaigns of one title could not be told apart in lists and papers. */
function freeTitle(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  let round = 2;
  while (taken.has(`${title}（第${round}次）`)) round += 1;
  return `${title}（第${round}次）`;
}

/** The kind whose season runs today, else whose season comes next; null where none has a season. */
export function kindInSeason<Kind extends SeasonKind>(kinds: readonly Kind[], today: string): Kind | null {
  const seasons = kinds.flatMap((kind) => {
    const season = seasonOf(kind, today);
    return season === null ? [] : [{ kind, from: season.from < today ? today : season.from, to: season.to }];
  });
  seasons.sort((one, other) =>
    one.from === other.from ? Number(one.to > other.to) || -1 : Number(one.from > other.from) || -1,
  );
  return seasons[0]?.kind ?? null;
}

function seasonOf({ seasonFrom, seasonTo }: SeasonKind, today: string): { from: string; to: string } | null {
  if (seasonFrom === null || seasonTo === null) return null;
  const year = Number(yearOf(today));
  // One that began last year may still run.
  const seasons = [year - 1, year, year + 1].map((each) => ({
    from: dayOf(each, seasonFrom),
    to: dayOf(seasonTo < seasonFrom ? each + 1 : each, seasonTo),
  }));
  return seasons.find(({ to }) => to >= today) ?? null;
}

/** 02-29 is the last of February in other years. */
function dayOf(year: number, monthDay: string): string {
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`;
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

import { type EstablishmentDays, establishmentState, planProblem } from './state.ts';

/** One body of one unit, as progress counts it. */
export interface CountedEstablishment extends EstablishmentDays {
  countyUid: string;
}

export interface EstablishmentCount {
  /** Units that have to set it up. */
  total: number;
  established: number;
  /** Of these, after the deadline. */
  establishedLate: number;
  /** Not established although the deadline has passed. */
  late: number;
  /** Still in time, but the plan is behind or goes beyond the deadline. */
  behind: number;
}

/** How many were established by the end of a day. */
export interface EstablishmentDay {
  day: string;
  established: number;
}

/** @returns by uid of the county; the sum of all is the city */
export function countByCounty(
  rows: readonly CountedEstablishment[],
  dueOn: string,
  today: string,
): Map<string, EstablishmentCount> {
  const counts = new Map<string, EstablishmentCount>();
  for (const row of rows) {
    const count = counts.get(row.countyUid) ?? nothingCounted();
    counts.set(row.countyUid, count);
    const state = establishmentState(row, dueOn, today);
    count.total += 1;
    if (state === 'established') {
      count.established += 1;
      if ((row.establishedOn ?? '') > dueOn) count.establishedLate += 1;
    } else if (state === 'late') count.late += 1;
    else if (planProblem(row, dueOn, today) !== '') count.behind += 1;
  }
  return counts;
}

export function sumOf(counts: Iterable<EstablishmentCount>): EstablishmentCount {
  const sum = nothingCounted();
  for (const count of counts)
    for (const name of Object.keys(sum) as (keyof EstablishmentCount)[]) sum[name] += count[name];
  return sum;
}

function nothingCounted(): EstablishmentCount {
  return { total: 0, established: 0, establishedLate: 0, late: 0, behind: 0 };
}

/** The days on which something was established up to today, each with the number reached; the earliest first. */
export function establishedByDay(rows: readonly EstablishmentDays[], today: string): EstablishmentDay[] {
  const days = rows
    .flatMap(({ establishedOn }) => (establishedOn !== null && establishedOn <= today ? [establishedOn] : []))
    .toSorted();
  return days.flatMap((day, place) => (days[place + 1] === day ? [] : [{ day, established: place + 1 }]));
}

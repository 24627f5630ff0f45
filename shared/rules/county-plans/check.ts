import { daysBetween } from '../../calendar/days.ts';
import { compareFigures } from './figures.ts';

/*
 * A county's plan against the city's, rule by rule. What the rules find is told to the county as it stands; what only
 * a person can judge is a remark for the clerk.
 */

export interface CityTask {
  uid: string;
  title: string;
  content: string;
  /** Null: without a date (长期坚持). */
  dueOn: string | null;
  /** Who leads it and who supports it, in words. */
  units: string;
  /** The unit has to answer it. */
  isExpected: boolean;
  /** The unit stands alone on it: its numbers are the unit's own. */
  isAlone: boolean;
}

export interface CountyTask {
  uid: string;
  text: string;
  /** Who is responsible, as the county wrote it. */
  unit: string;
  dueOn: string | null;
  /** Uid of the city's task; null: its own, or not yet told. */
  answersUid: string | null;
}

export const checkProblems = ['missing', 'later', 'less', 'noUnit', 'noDue'] as const;
export type CheckProblemKind = (typeof checkProblems)[number];

export const checkProblemNames: Readonly<Record<CheckProblemKind, string>> = {
  missing: '没有对应任务',
  later: '时限晚于市方案',
  less: '指标低于市方案',
  noUnit: '没有责任单位',
  noDue: '没有完成时限',
};

export interface CheckProblem {
  kind: CheckProblemKind;
  /** What exactly, behind the name of the problem; may be empty. */
  detail: string;
  /** Null: of the city's task. */
  countyUid: string | null;
}

/** One task of the city with what answers it, or one of the county's own. */
export interface CheckLine {
  city: CityTask | null;
  county: CountyTask[];
  problems: CheckProblem[];
  /** Numbers that differ, for the clerk to judge. */
  remarks: string[];
  /** Why the task does not concern the unit, which answers it with nothing; null: it does. */
  exempt: string | null;
}

/** What the clerk has said not to concern a unit: 本县没有高层建筑. */
export interface Exemption {
  taskUid: string;
  reason: string;
}

/**
 * In the order of the city's plan, then what answers nothing; other units' tasks only where they were answered. Of a
 * plan whose tasks nobody has typed yet, none is said to be missing.
 */
export function checkPlan(
  city: readonly CityTask[],
  county: readonly CountyTask[],
  exemptions: readonly Exemption[] = [],
): CheckLine[] {
  const answers = Map.groupBy(county, ({ answersUid }) => answersUid);
  const lines = city
    .map((task) => {
      const exempt = exemptions.find(({ taskUid }) => taskUid === task.uid)?.reason ?? null;
      return lineOf(task, answers.get(task.uid) ?? [], { isTyped: county.length > 0, exempt });
    })
    .filter(({ city: task, county: own }) => task?.isExpected === true || own.length > 0);
  const known = new Set(city.map(({ uid }) => uid));
  const own = county.filter(({ answersUid }) => answersUid === null || !known.has(answersUid));
  return [...lines, ...own.map((task) => lineOf(null, [task], { isTyped: true, exempt: null }))];
}

interface Standing {
  isTyped: boolean;
  exempt: string | null;
}

function lineOf(city: CityTask | null, county: CountyTask[], { isTyped, exempt }: Standing): CheckLine {
  if (city !== null && county.length === 0) {
    const missing: CheckProblem = { kind: 'missing', detail: '', countyUid: null };
    return { city, county, problems: isTyped && exempt === null ? [missing] : [], remarks: [], exempt };
  }
  const problems = county.flatMap((task) => problemsOf(task, city));
  if (city === null) return { city, county, problems, remarks: [], exempt: null };
  const wanted = `${city.title}。${city.content}`;
  const isForEach = city.isAlone || /每个?(?:县|区|单位)|各(?:县|区|单位)/u.test(wanted);
  const { less, unclear } = compareFigures(
    wanted,
    county.map(({ text }) => text),
    isForEach,
  );
  const below = less.map((detail): CheckProblem => ({ kind: 'less', detail, countyUid: null }));
  return { city, county, problems: [...problems, ...below], remarks: unclear, exempt: null };
}

function problemsOf({ uid: countyUid, unit, dueOn }: CountyTask, city: CityTask | null): CheckProblem[] {
  const problems: CheckProblem[] = [];
  const cityDue = city?.dueOn ?? null;
  if (dueOn !== null && cityDue !== null && dueOn > cityDue) {
    problems.push({ kind: 'later', detail: `晚 ${daysBetween(cityDue, dueOn)} 天`, countyUid });
  }
  if (unit === '') problems.push({ kind: 'noUnit', detail: '', countyUid });
  // Where the city sets no date either, none is needed.
  if (dueOn === null && (city === null || cityDue !== null))
    problems.push({ kind: 'noDue', detail: '', countyUid });
  return problems;
}

export interface CheckCounts {
  /** Tasks of the city that the unit has to answer, and those that it did. */
  expected: number;
  answered: number;
  /** Tasks of the county's plan. */
  tasks: number;
  problems: number;
}

export function countCheck(lines: readonly CheckLine[]): CheckCounts {
  const expected = lines.filter(({ city, exempt }) => city?.isExpected === true && exempt === null);
  const sum = (of: (line: CheckLine) => number): number => lines.reduce((all, line) => all + of(line), 0);
  return {
    expected: expected.length,
    answered: expected.filter(({ county }) => county.length > 0).length,
    tasks: sum(({ county }) => county.length),
    problems: sum(({ problems }) => problems.length),
  };
}

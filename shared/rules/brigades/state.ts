import {
  type BrigadeCourse,
  type BrigadeStage,
  brigadeStageNames,
  brigadeStages,
  type BrigadeStandard,
} from './model.ts';

/** built: on duty. behind: a stage is past its planned day. none: nothing is known of it. */
export type BrigadeState = 'built' | 'building' | 'behind' | 'none';

export const brigadeStateNames: Readonly<Record<BrigadeState, string>> = {
  built: '已投入执勤',
  building: '在建',
  behind: '进度滞后',
  none: '未启动',
};

/** @param course null: nothing was entered. @param today YYYY-MM-DD, as all days */
export function brigadeState(course: BrigadeCourse | null, today: string): BrigadeState {
  if (course === null) return 'none';
  if (isDone(course, 'duty', today)) return 'built';
  if (lateStages(course, today).length > 0) return 'behind';
  const isBegun = brigadeStages.some((stage) => isDone(course, stage, today));
  const isPlanned = brigadeStages.some((stage) => course[stage].plannedOn !== null);
  return isBegun || isPlanned ? 'building' : 'none';
}

/** Stages whose planned day has passed without being done, with the days of delay. */
export function lateStages(course: BrigadeCourse, today: string): { stage: BrigadeStage; days: number }[] {
  return brigadeStages.flatMap((stage) => {
    const { plannedOn } = course[stage];
    if (plannedOn === null || plannedOn >= today || isDone(course, stage, today)) return [];
    return [{ stage, days: (Date.parse(today) - Date.parse(plannedOn)) / 86_400_000 }];
  });
}

/** The last stage that is done, in words; empty: none. */
export function reachedStage(course: BrigadeCourse, today: string): string {
  const reached = brigadeStages.findLast((stage) => isDone(course, stage, today));
  return reached === undefined ? '' : brigadeStageNames[reached];
}

interface BrigadeStrength {
  people: number | null;
  drivers: number | null;
  tenders: number | null;
}

/** What is missing against the standard, in words; what is not known is not missing but asked for. */
export function shortfalls(strength: BrigadeStrength, standard: BrigadeStandard): string[] {
  const parts = [
    ['人员', '人', 'people'],
    ['驾驶员', '人', 'drivers'],
    ['水罐车', '辆', 'tenders'],
  ] as const;
  return parts.flatMap(([name, unit, key]) => {
    const [has, needs] = [strength[key], standard[key]];
    if (has === null) return needs === 0 ? [] : [`${name}数未填`];
    return has < needs ? [`缺${name} ${needs - has} ${unit}`] : [];
  });
}

function isDone(course: BrigadeCourse, stage: BrigadeStage, today: string): boolean {
  const { doneOn } = course[stage];
  return doneOn !== null && doneOn <= today;
}

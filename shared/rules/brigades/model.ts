/*
 * A town's full-time fire brigade (专职消防队) is built in stages; it counts as built when it is on duty (投入执勤).
 * Stages as a prefecture's progress table lists them: 营房, 车库, 队员招录, 投入执勤 (聊城; see official-documents §6.2).
 */

export const brigadeStages = ['site', 'building', 'vehicles', 'people', 'duty'] as const;
export type BrigadeStage = (typeof brigadeStages)[number];

export const brigadeStageNames: Readonly<Record<BrigadeStage, string>> = {
  site: '选址',
  building: '营房',
  vehicles: '车辆装备',
  people: '队员招录',
  duty: '投入执勤',
};

/** Classes of GB/T 35547-2017 乡镇消防队. */
export const brigadeClasses = ['first', 'second', 'volunteer'] as const;
export type BrigadeClass = (typeof brigadeClasses)[number];

export const brigadeClassNames: Readonly<Record<BrigadeClass, string>> = {
  first: '一级专职队',
  second: '二级专职队',
  volunteer: '志愿队',
};

/** What a brigade has to have at least, with where that is from. */
export interface BrigadeStandard {
  people: number;
  drivers: number;
  tenders: number;
  source: string;
}

export interface StageDays {
  plannedOn: string | null;
  doneOn: string | null;
}

/** By stage. */
export type BrigadeCourse = Readonly<Record<BrigadeStage, StageDays>>;

/** Which units the rate of building counts: national key towns, or all townships and streets. */
export const denominators = ['keyTowns', 'townships'] as const;
export type Denominator = (typeof denominators)[number];

export const denominatorNames: Readonly<Record<Denominator, string>> = {
  keyTowns: '全国重点镇',
  townships: '全部乡镇(街道)',
};

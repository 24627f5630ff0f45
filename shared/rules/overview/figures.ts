import type { NumberLook } from '../reports/table.ts';

/**
 * A number of the overview: span counts what falls into the time that is looked at, now what stands today whenever it
 * began, so that nothing overdue from last year drops out of sight.
 */
interface AskedFigure {
  /** Of reports. */
  measure: string;
  time: 'span' | 'now';
}

export const overviewFigures = {
  fires: { measure: 'fires.fires', time: 'span' },
  deaths: { measure: 'fires.deaths', time: 'span' },
  injuries: { measure: 'fires.injuries', time: 'span' },
  loss: { measure: 'fires.loss', time: 'span' },
  found: { measure: 'findings.found', time: 'span' },
  rectified: { measure: 'findings.rectified', time: 'span' },
  rectifiedRate: { measure: 'findings.rate', time: 'span' },
  major: { measure: 'findings.major', time: 'span' },
  unrectified: { measure: 'findings.unrectified', time: 'span' },
  findingsOverdue: { measure: 'findings.overdue', time: 'now' },
  listedOpen: { measure: 'listed.open', time: 'now' },
  listedOverdue: { measure: 'listed.overdue', time: 'now' },
  tasks: { measure: 'tasks.all.given', time: 'span' },
  tasksDone: { measure: 'tasks.all.done', time: 'span' },
  tasksOverdue: { measure: 'tasks.all.overdue', time: 'now' },
  brigadeTowns: { measure: 'brigades.towns', time: 'now' },
  brigadesBuilt: { measure: 'brigades.built', time: 'now' },
  brigadesBehind: { measure: 'brigades.behind', time: 'now' },
  hydrants: { measure: 'waterSources.hydrants', time: 'now' },
  hydrantsGood: { measure: 'waterSources.goodHydrants', time: 'now' },
  hydrantsNotGood: { measure: 'waterSources.notGoodHydrants', time: 'now' },
  hydrantRate: { measure: 'waterSources.hydrantRate', time: 'now' },
  waterOverdue: { measure: 'waterSources.overdue', time: 'now' },
} as const satisfies Record<string, AskedFigure>;

export type OverviewFigureName = keyof typeof overviewFigures;
export const overviewFigureNames = Object.keys(overviewFigures) as OverviewFigureName[];

/** Null: nothing to tell, or nothing was recorded then. A share is a fraction of 1. */
export interface OverviewFigure extends NumberLook {
  value: number | null;
  /** The same time a year ago; null for what stands today. */
  lastYear: number | null;
}

export type OverviewFigures = Readonly<Record<OverviewFigureName, OverviewFigure>>;

/** What was there before any program kept it. */
export const FIRST_DAY = '1949-10-01';

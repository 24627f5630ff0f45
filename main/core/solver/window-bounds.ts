import type { Aim } from '#shared/rules/schedule/problem.ts';
import { countChanges } from './count-changes.ts';
import { type CountyDays, countyDaysModel } from './county-days-model.ts';
import type { DaysTask } from './days-task.ts';
import type { Frame } from './frame.ts';
import { isOver, type Limits, type LinearSolver } from './highs.ts';
import { holdMixes } from './hold-mixes.ts';
import { holdLoads, type LoadWindow } from './load-windows.ts';
import type { PlaceGroup } from './place-groups.ts';

/*
 * How low an aim can be in a window of loads: counted at once, else from the model of county days without its people,
 * for who can go is in the mixes of days.
 */

export interface WindowBounds {
  /** Counted; infinite where no plan is in the window. */
  ofChanges(window: LoadWindow): number;
  /** Whether it is proved that no plan is in the window. */
  isEmpty(window: LoadWindow, limits: Limits): boolean;
  /**
   * No lower in the window, as far as can be proved.
   * @param enough what need not be more
   * @param mostChanges of county, which come first
   */
  of(
    aim: Extract<Aim, 'countyChanges' | 'repeats'>,
    window: LoadWindow,
    enough: number,
    mostChanges: number,
    limits: Limits,
  ): number;
}

export function windowBounds(
  solver: LinearSolver,
  frame: Frame,
  groups: readonly PlaceGroup[],
  taskOf: (window: LoadWindow) => DaysTask,
): WindowBounds {
  const known = new Map<string, number>();

  function modelOf(window: LoadWindow): CountyDays {
    const countyDays = countyDaysModel(frame, groups);
    holdLoads(countyDays, frame, window.teams);
    holdMixes(countyDays, frame, taskOf(window));
    return countyDays;
  }

  function ofChanges(window: LoadWindow): number {
    const key = JSON.stringify(window);
    const bound = known.get(key) ?? countChanges(taskOf(window));
    known.set(key, bound);
    return bound;
  }

  return {
    ofChanges,
    isEmpty(window, limits) {
      if (isOver(limits)) return false;
      if (ofChanges(window) === Number.POSITIVE_INFINITY) return true;
      if (solver.solve(modelOf(window).model, [], limits).status !== 'infeasible') return false;
      known.set(JSON.stringify(window), Number.POSITIVE_INFINITY);
      return true;
    },
    of(aim, window, enough, mostChanges, limits) {
      const counted = isOver(limits) ? (known.get(JSON.stringify(window)) ?? 0) : ofChanges(window);
      if (counted > mostChanges) return enough;
      const least = aim === 'countyChanges' ? counted : 0;
      if (least >= enough || isOver(limits)) return Math.min(least, enough);
      const { model, aims } = modelOf(window);
      const atMost = ({ terms, constant }: typeof aims.repeats, most: number): void =>
        model.row(Number.NEGATIVE_INFINITY, [...terms], most - constant);
      atMost(aims.countyChanges, mostChanges);
      atMost(aims[aim], enough - 1);
      const { status, bound } = solver.solve(model, aims[aim].terms, limits);
      if (status === 'infeasible') return enough;
      return Math.min(enough, Math.max(least, bound + aims[aim].constant));
    },
  };
}

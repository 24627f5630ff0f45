import type { PlanDetail } from '#shared/contract/plans.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import type { CityTask } from '#shared/rules/county-plans/check.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretFindingUids } from '#main/features/findings/index.ts';
import { planDetail, requirePlan } from '#main/features/plans/index.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { cityTasksOf } from './queries.ts';

/** What a plan of the city asks, as its county plans are held against it. */
export interface CityPlan {
  id: number;
  detail: PlanDetail;
  /** As they look to one unit. */
  tasksFor: (unit: { organizationUid: string; level: string }) => CityTask[];
}

export function cityPlanOf(db: ReadStore, planUid: string, today: string): CityPlan {
  const { id } = requirePlan(db, planUid);
  const detail = planDetail(db, planUid, today);
  const contents = new Map(db.all(cityTasksOf, { planId: id }).map(({ uid, content }) => [uid, content]));
  // What secret campaigns found is not told to units.
  const hidden = new Set(secretFindingUids(db));
  const tasks = outlineOf(detail.nodes)
    .flatMap(({ node }) => node.task ?? [])
    .filter(({ uid, status }) => status !== 'cancelled' && !hidden.has(uid));
  const levels = new Map([...organizationsOn(db, today).values()].map(({ uid, level }) => [uid, level]));
  return {
    id,
    detail,
    tasksFor: ({ organizationUid, level }) =>
      tasks.map((task): CityTask => {
        const peers = task.units.filter(({ uid }) => levels.get(uid) === level).map(({ uid }) => uid);
        const isNamed = peers.includes(organizationUid);
        return {
          uid: task.uid,
          title: task.title,
          content: contents.get(task.uid) ?? '',
          dueOn: task.dueOn,
          units: unitWords(task),
          // A county carries out what departments lead for the whole city, too; a department only its own.
          isExpected: isNamed || (level === 'county' && peers.length === 0),
          isAlone: isNamed && peers.length === 1,
        };
      }),
  };
}

function unitWords({ units }: TaskRow): string {
  const named = (role: 'lead' | 'supporting') =>
    units
      .filter((unit) => unit.role === role)
      .map(({ shortName }) => shortName)
      .join('、');
  const supporting = named('supporting');
  return supporting === '' ? named('lead') : `${named('lead')}；配合：${supporting}`;
}

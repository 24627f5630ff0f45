import type {
  ChoiceGroup,
  ChoiceObject,
  ChoiceTask,
  DeductionChoices,
  deductions as contract,
} from '#shared/contract/deductions.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { ruleAmounts } from '#shared/rules/deductions/amounts.ts';
import { groundsText } from '#shared/rules/deductions/grounds.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { Frames } from '#main/features/assessment/index.ts';
import { tasksByUids } from '#main/features/tasks/index.ts';
import { deductibleIndicators } from './deductible.ts';
import { foundDays, lastUsed, objectsOfLeads, standingOfTasks } from './queries.ts';

/** What a proposal starts with: periods, units, indicators with their amounts, and the grounds in words. */
export const choices: Handlers<typeof contract>['choices'] = ({ taskUids }, context): DeductionChoices => {
  const { db, today } = context;
  const uids = JSON.stringify(taskUids);
  const tasks = tasksByUids(db, taskUids, today);
  const frames = new Frames(context);
  const places = nearestPlaces(db, uids, today);
  const periods = new Map(places.map(({ period_uid: uid, period_title: title }) => [uid, { uid, title }]));
  const groupUids = [...new Set(places.map(({ group_uid }) => group_uid))];
  const kind = tasks[0]?.kind ?? '';
  const used = db.all(lastUsed, { kind }).map(({ content }) => content);
  return {
    periods: [...periods.values()],
    groups: groupUids.map((uid) => groupOf(uid, frames, used)),
    tasks: choiceTasks(context, tasks, { places, frames }),
  };
};

type Place = ReturnType<typeof nearestPlaces>[number];

/** Of each lead unit in each period the nearest: the unit itself, else the one above it. */
function nearestPlaces(db: ReadStore, uids: string, today: string) {
  const seen = new Set<string>();
  return db.all(objectsOfLeads, { uids, today }).filter(({ task_uid, lead_id, period_uid, object_uid }) => {
    const keys = [`${task_uid} ${lead_id} ${period_uid}`, `${task_uid} ${object_uid}`];
    const isNew = keys.every((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
}

function choiceTasks(
  { db, today }: ReadContext,
  tasks: readonly TaskRow[],
  { places, frames }: { places: readonly Place[]; frames: Frames },
): ChoiceTask[] {
  const uids = JSON.stringify(tasks.map(({ uid }) => uid));
  const found = new Map(db.all(foundDays, { uids }).map(({ uid, found_on }) => [uid, found_on]));
  const standing = db.all(standingOfTasks, { uids });
  const placesOf = Map.groupBy(places, ({ task_uid }) => task_uid);

  function objectOf({ task_uid, group_uid, object_uid }: Place): ChoiceObject[] {
    const object = frames.of(group_uid).objects.find(({ uid }) => uid === object_uid);
    if (object === undefined) return [];
    const taken = standing
      .filter((one) => one.task_uid === task_uid && one.object_uid === object_uid)
      .map(({ indicator_uid }) => indicator_uid);
    const { shortName: name, inapplicable } = object;
    return [{ groupUid: group_uid, objectUid: object_uid, name, inapplicable, taken }];
  }

  return tasks.map((task) => ({
    uid: task.uid,
    title: task.title,
    reason: groundsText(task, found.get(task.uid) ?? null, today),
    objects: (placesOf.get(task.uid) ?? []).flatMap(objectOf),
  }));
}

function groupOf(uid: string, frames: Frames, used: readonly string[]): ChoiceGroup {
  const frame = frames.of(uid);
  const indicators = deductibleIndicators(frame);
  const last = used.find((content) => indicators.some((indicator) => indicator.content === content));
  return {
    uid,
    name: frame.name,
    periodUid: frame.period.uid,
    indicators: indicators.map((indicator) => ({
      uid: indicator.uid,
      number: indicator.number,
      content: indicator.content,
      maxPoints: indicator.maxPoints,
      ruleText: indicator.ruleText,
      initials: initialsOf(indicator.content),
      amounts: ruleAmounts(indicator),
    })),
    proposedUid: indicators.find(({ content }) => content === last)?.uid ?? null,
  };
}

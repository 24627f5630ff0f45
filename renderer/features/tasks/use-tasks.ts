import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TaskCursor, TaskFilter, TaskSort } from '#shared/contract/tasks.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { USUAL_WARNING_DAYS } from '#shared/rules/tasks/light.ts';
import { readTypedDay, unsureTypedDay } from '#shared/rules/tasks/read-typed-day.ts';
import { api } from '#renderer/app/client.ts';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';

export const taskTables = ['task', 'task_unit', 'task_event', 'organization_state'];
const PAGE = 200;

export interface ListOrder {
  sort: TaskSort;
  descending: boolean;
}

/** The list, page after page; what was shown stays while the next filter is answered. */
export function useTaskList(filter: TaskFilter, { sort, descending }: ListOrder) {
  const list = useInfiniteQuery(
    api.tasks.list.infiniteOptions({
      input: (after: TaskCursor | null) => ({ filter, sort, descending, after, limit: PAGE }),
      initialPageParam: null as TaskCursor | null,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
      meta: { tables: taskTables },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  return { list, rows };
}

export function useTaskCounts(filter: TaskFilter) {
  return useQuery(
    api.tasks.counts.queryOptions({
      input: filter,
      placeholderData: (before) => before,
      meta: { tables: taskTables },
    }),
  ).data;
}

export function useTask(uid: string) {
  return useQuery(
    api.tasks.get.queryOptions({
      input: { uid },
      meta: { tables: [...taskTables, 'attachment', 'task_plan', 'task_plan_node'] },
    }),
  );
}

export function useTaskSettings() {
  return useQuery(api.tasks.settings.queryOptions({ meta: { tables: ['setting'] } })).data;
}

/** What lights are computed from: today, and the office's days of warning. */
export function useLightDays(): { today: string; warningDays: number } {
  const today = useCurrentDay();
  return { today, warningDays: useTaskSettings()?.warningDays ?? USUAL_WARNING_DAYS };
}

interface DayReader {
  read: (typed: string) => string | null;
  /** See unsureTypedDay. */
  unsure: (typed: string) => string | null;
}

/** Reads due days as clerks type them: 10月底前, 三个工作日内, 10.31. */
export function useDayReader(from: string): DayReader {
  const { data } = useQuery(api.holidays.known.queryOptions({ meta: { tables: ['holiday'] } }));
  const workdays = useMemo(() => (data === undefined ? null : workdaysOf(data)), [data]);
  return useMemo(
    () => ({
      read: (typed) => readTypedDay(typed, { day: from, workdays }),
      unsure: (typed) => unsureTypedDay(typed, { day: from, workdays }),
    }),
    [from, workdays],
  );
}

export const dueSuggestions = ['本周五', '本月底', '下月底', '年底', '15日内', '三个工作日内'];

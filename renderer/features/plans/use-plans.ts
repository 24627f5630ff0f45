import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { taskTables } from '#renderer/features/tasks/index.ts';

const planTables = ['task_plan', 'task_plan_node', 'task'];

export function usePlans(text: string) {
  return useQuery(
    api.plans.list.queryOptions({
      input: { text },
      placeholderData: (before) => before,
      meta: { tables: planTables },
    }),
  );
}

/** What a text finds for taking in; what was found stays while the next text is answered. */
export function usePlanCandidates(text: string) {
  return useQuery(
    api.plans.findTasks.queryOptions({
      input: { text },
      placeholderData: (before) => before,
      meta: { tables: [...planTables, ...taskTables] },
    }),
  );
}

export function usePlan(uid: string) {
  return useQuery(
    api.plans.get.queryOptions({
      input: { uid },
      meta: { tables: [...planTables, ...taskTables, 'organization'] },
    }),
  );
}

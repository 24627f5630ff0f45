import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';

/** What the words of a decided item say of who does it and until when. */
export interface Proposal {
  leadUids: string[];
  supportingUids: string[];
  dueOn: string | null;
}

/**
 * Read from the marked words as tasks are read from any text.
 * @param day of the meeting, from which 本月底 is meant
 * @returns null while it is being read
 */
export function useProposal(text: string, day: string): Proposal | null {
  const mayRead = useRight('editTasks');
  const { data, isLoading } = useQuery({
    ...api.tasks.readText.queryOptions({
      input: { text, day },
      meta: { tables: ['organization', 'organization_state', 'setting'] },
    }),
    enabled: mayRead && text.trim() !== '',
  });
  if (isLoading) return null;
  const tasks = (data ?? []).flat().map(({ task }) => task);
  const leads = new Set(tasks.flatMap(({ leadUids }) => leadUids));
  const supporting = new Set(tasks.flatMap(({ supportingUids }) => supportingUids));
  return {
    leadUids: [...leads],
    supportingUids: [...supporting].filter((uid) => !leads.has(uid)),
    dueOn: tasks.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null,
  };
}

import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { meetingTables } from './names.ts';

/** One meeting with its agenda, people, papers and resolutions. */
export function useMeeting(uid: string) {
  const tables = [...meetingTables, 'task', 'task_unit', 'paper'];
  return useQuery(api.meetings.get.queryOptions({ input: { uid }, meta: { tables } }));
}

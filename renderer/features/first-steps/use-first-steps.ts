import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { ANY_TABLE } from '#renderer/app/changes.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

/** Steps are done on many pages: the list is read again after any change. */
export function useFirstSteps(isWanted: boolean) {
  return useQuery(api.firstSteps.list.queryOptions({ enabled: isWanted, meta: { tables: [ANY_TABLE] } }));
}

export function useSetStepsClosed() {
  return useOperation(client.firstSteps.setClosed);
}

/** From 帮助: back onto 首页. */
export function useReopenSteps(): () => Promise<void> {
  const [, navigate] = useLocation();
  const setClosed = useSetStepsClosed();
  return async () => {
    await setClosed.run({ closed: false });
    navigate('/');
  };
}

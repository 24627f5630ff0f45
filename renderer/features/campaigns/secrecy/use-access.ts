import { useQueryClient } from '@tanstack/react-query';

/** Keys are not rows that the core reports: who may see something new, or no longer, sees it by asking anew. */
export function useAskAnew(): () => void {
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries();
}

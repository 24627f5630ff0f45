import { useState } from 'react';
import type { FindingResults, ResultScope } from '#shared/contract/finding-results.ts';
import { COUNTED_UP_TO } from '#shared/contract/findings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useFindingCounts, useFindingResults } from '../use-findings.ts';
import { countedFilter } from './counted-links.ts';

/** Results that take long, as far as they have come. */
export interface LongResults {
  results: FindingResults | null;
  jobUid: string | null;
  starting: boolean;
  start: () => void;
  onDone: (result: unknown) => void;
  onClose: () => void;
}

/** Results are there at once; of more findings than are counted at once they come by a job that the clerk starts. */
export function useResults(scope: ResultScope) {
  const counts = useFindingCounts(countedFilter(scope, {}, 'found'));
  const isLong = (counts?.views.all ?? 0) > COUNTED_UP_TO;
  const query = useFindingResults(scope, counts !== undefined && !isLong);
  const long = useLongResults(scope);
  return { query, long: isLong ? long : null, data: (isLong ? long.results : query.data) ?? null };
}

function useLongResults(scope: ResultScope): LongResults {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [added, setAdded] = useState<{ of: string; results: FindingResults } | null>(null);
  const operation = useOperation(client.findings.addUp, { isSave: false, repeat: false });
  const asked = JSON.stringify(scope);

  async function start(): Promise<void> {
    const outcome = await operation.run(scope);
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return {
    results: added?.of === asked ? added.results : null,
    jobUid,
    starting: operation.running,
    start: () => void start(),
    // The job's own result, made by our core.
    onDone: (result) => setAdded({ of: asked, results: result as FindingResults }),
    onClose: () => setJobUid(null),
  };
}

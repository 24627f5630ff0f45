import type { Span } from '#shared/rules/reports/span.ts';
import { type Comparison, comparisons } from '#shared/rules/reports/words.ts';
import { handedOver, handOver } from '#renderer/app/handed-over.ts';

const REPORT = 'report';

export interface AskedReport {
  /** Null: the usual one. */
  span: Span | null;
  comparison: Comparison | null;
}

/** For a link to /reports/:uid: whoever comes back from a list finds it as it was. */
export function reportState({ span, comparison }: AskedReport): ReturnType<typeof handOver> {
  return handOver(REPORT, new URLSearchParams({ ...span, ...(comparison === null ? {} : { comparison }) }));
}

export function askedReport(): AskedReport {
  const asked = handedOver(REPORT);
  const [from, to] = [asked.get('from'), asked.get('to')];
  return {
    span: from === null || to === null ? null : { from, to },
    comparison: comparisons.find((each) => each === asked.get('comparison')) ?? null,
  };
}

import type { ResultScope } from '#shared/contract/finding-results.ts';
import { handOver } from '#renderer/app/handed-over.ts';

export const RESULTS = 'results';

const names = { campaignUid: 'campaign', from: 'from', to: 'to' } as const;

export function scopeState(scope: ResultScope): ReturnType<typeof handOver> {
  const asked = new URLSearchParams();
  for (const field of ['campaignUid', 'from', 'to'] as const) {
    const value = scope[field];
    if (value !== null) asked.set(names[field], value);
  }
  return handOver(RESULTS, asked);
}

export function scopeOf(asked: URLSearchParams): ResultScope {
  return {
    campaignUid: asked.get(names.campaignUid),
    from: asked.get(names.from),
    to: asked.get(names.to),
  };
}

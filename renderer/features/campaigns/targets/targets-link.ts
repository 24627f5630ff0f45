import { type TargetFilter, targetViews } from '#shared/contract/campaigns.ts';
import { handedOver, handOver } from '#renderer/app/handed-over.ts';

const TARGETS = 'targets';

type Asked = Pick<TargetFilter, 'view' | 'countyUid' | 'kindUid'>;

/** For a link to /campaigns/:uid/targets. */
export function targetsState({ view, countyUid, kindUid }: Asked): ReturnType<typeof handOver> {
  const asked = new URLSearchParams({ view });
  if (countyUid !== null) asked.set('county', countyUid);
  if (kindUid !== null) asked.set('kind', kindUid);
  return handOver(TARGETS, asked);
}

export function askedTargets(): Asked {
  const asked = handedOver(TARGETS);
  return {
    view: targetViews.find((view) => view === asked.get('view')) ?? 'listed',
    countyUid: asked.get('county'),
    kindUid: asked.get('kind'),
  };
}

import { VisitList } from '#renderer/app/inspection-parts.ts';
import type { PartProps } from '../part-props.ts';

/** 检查记录: what was recorded of each target. */
export function VisitsPart({ campaign }: PartProps) {
  return <VisitList campaignUid={campaign.uid} />;
}

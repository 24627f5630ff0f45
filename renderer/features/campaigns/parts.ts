import type { ComponentType } from 'react';
import { BasicsPart } from './basics/basics-part.tsx';
import { CoveragePart } from './coverage/coverage-part.tsx';
import { DrawingPart } from './drawing/drawing-part.tsx';
import type { PartProps } from './part-props.ts';
import { SecrecyPart } from './secrecy/secrecy-part.tsx';
import { SchedulePart } from '../schedules/schedule-part.tsx';
import { TargetsPart } from './targets/targets-part.tsx';
import { VisitsPart } from './visits/visits-part.tsx';

interface CampaignPart {
  /** As it stands in the page's address. */
  key: string;
  label: string;
  component: ComponentType<PartProps>;
  /** Only while the campaign is secret. */
  isOfSecret?: boolean;
}

/** The parts of a campaign's page, in the order of the work. */
export const campaignParts: readonly [CampaignPart, ...CampaignPart[]] = [
  { key: 'basics', label: '基本情况', component: BasicsPart },
  { key: 'targets', label: '督查对象', component: TargetsPart },
  { key: 'drawing', label: '抽取', component: DrawingPart },
  { key: 'schedule', label: '分组日程', component: SchedulePart },
  { key: 'visits', label: '检查记录', component: VisitsPart },
  { key: 'coverage', label: '区县覆盖', component: CoveragePart },
  { key: 'secrecy', label: '保密', component: SecrecyPart, isOfSecret: true },
];

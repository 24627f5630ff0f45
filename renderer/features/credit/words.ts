import type { DecisionStage } from '#shared/rules/credit/course.ts';
import type { CreditState } from '#shared/rules/credit/state.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

export const stateLights: Readonly<Record<CreditState, Light>> = {
  proposed: 'yellow',
  pending: 'yellow',
  repairing: 'yellow',
  published: 'red',
  trusted: 'green',
  ended: 'plain',
  none: 'plain',
};

export const stageLights: Readonly<Record<DecisionStage, Light>> = {
  proposed: 'yellow',
  noticed: 'yellow',
  objecting: 'yellow',
  objected: 'yellow',
  ready: 'yellow',
  published: 'red',
  expired: 'plain',
  repaired: 'green',
  revoked: 'plain',
  dropped: 'plain',
};

export const creditTables: readonly string[] = [
  'credit_enterprise',
  'credit_event',
  'credit_kind',
  'credit_decision',
  'credit_repair',
  'credit_measure',
  'key_site',
  'finding',
  'listed_supervision',
  'organization',
  'organization_state',
  'setting',
  'holiday',
];

import { daysBetween } from '../../calendar/days.ts';
import { type DecisionFacts, type DecisionStage, decisionStageNames } from './course.ts';
import type { CreditSettings } from './settings.ts';

interface RemarkedDecision extends DecisionFacts {
  stage: DecisionStage;
  objectionDueOn: string | null;
  isObjectionDueCertain: boolean;
  lastPublicDay: string | null;
  repairs: readonly { appliedOn: string; decidedOn: string | null }[];
}

/** What is to be known first of an enterprise's decisions, in words; empty: nothing. */
export function creditRemark(
  decisions: readonly RemarkedDecision[],
  { warningDays }: CreditSettings,
  today: string,
): string {
  const parts = decisions.flatMap((decision): string[] => {
    const { stage, lastPublicDay, repairs } = decision;
    switch (stage) {
      case 'proposed':
      case 'noticed':
      case 'objected':
      case 'ready':
        return [decisionStageNames[stage]];
      case 'objecting':
        return [dueRemark(decision)];
      case 'published':
        return [publicRemark(lastPublicDay ?? '', warningDays, today), ...openRepairs(repairs)];
      case 'expired':
      case 'repaired':
        return [`${decisionStageNames[stage]}，公示到 ${lastPublicDay ?? ''} 为止`];
      case 'revoked':
      case 'dropped':
        return [];
    }
  });
  return parts.join('，');
}

function dueRemark({ objectionDueOn, isObjectionDueCertain }: RemarkedDecision): string {
  return `陈述申辩期到 ${objectionDueOn ?? ''}${isObjectionDueCertain ? '' : '(节假日还没有公布)'}`;
}

function publicRemark(last: string, warningDays: number, today: string): string {
  const left = daysBetween(today, last);
  return `公示至 ${last}${left <= warningDays ? `(还有 ${left} 天)` : ''}`;
}

function openRepairs(repairs: RemarkedDecision['repairs']): string[] {
  return repairs.flatMap(({ appliedOn, decidedOn }) =>
    decidedOn === null ? [`${appliedOn} 申请修复，待决定`] : [],
  );
}

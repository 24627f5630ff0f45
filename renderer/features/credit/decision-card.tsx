import { Button } from 'antd';
import { useState } from 'react';
import type { CreditDecision } from '#shared/contract/credit.ts';
import { decisionStageNames } from '#shared/rules/credit/course.ts';
import { DECISION_FILES } from '#shared/rules/credit/files.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { isOpenStage } from '#shared/rules/credit/state.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';
import { UnreleasedMark } from '../unreleased/index.ts';
import { StepDialog } from './dialogs/step-dialog.tsx';
import { type CreditStep, stepWords } from './dialogs/use-credit-step.ts';
import styles from './credit.module.css';
import { DecisionPapers } from './decision-papers.tsx';
import { RepairPart } from './repair-part.tsx';
import { stageLights } from './words.ts';

interface DecisionCardProps {
  decision: CreditDecision;
  mayEdit: boolean;
}

/** A discredit decision with its course, its next step, its papers and repairs. */
export function DecisionCard({ decision, mayEdit }: DecisionCardProps) {
  const { level, stage, uid, repairs } = decision;
  return (
    <section className={styles.decision} aria-label={`${creditLevelNames[level]}认定`}>
      <h4>
        <UnreleasedMark uid={uid} />
        {creditLevelNames[level]} <LightTag light={stageLights[stage]} word={decisionStageNames[stage]} />
      </h4>
      {mayEdit && <Steps decision={decision} />}
      {!decision.isObjectionDueCertain && (
        <MissingHolidays days={[decision.deliveredOn, decision.objectionDueOn]} />
      )}
      <FactList facts={factsOf(decision)} />
      {repairs.map((repair) => (
        <RepairPart key={repair.uid} repair={repair} mayEdit={mayEdit && decision.revokedOn === null} />
      ))}
      <DecisionPapers decision={decision} />
      <AttachmentList subject={{ kind: DECISION_FILES, uid }} label="送达回证等材料" mayEdit={mayEdit} />
    </section>
  );
}

/** What may be done at each stage, the next step first. */
function stepsOf({ stage, repairs, repairableFrom, repairedOn, waivedOn }: CreditDecision): CreditStep[] {
  switch (stage) {
    case 'proposed':
      return ['notice', 'drop'];
    case 'noticed':
      return ['deliver', 'notice', 'drop'];
    case 'objecting':
      return ['object', 'waive', 'drop'];
    case 'objected':
      return ['answer', 'drop'];
    case 'ready':
      return waivedOn === null ? ['decide', 'object', 'drop'] : ['decide', 'drop'];
    case 'published':
      return repairableFrom === null ||
        repairedOn !== null ||
        repairs.some(({ decidedOn }) => decidedOn === null)
        ? ['revoke']
        : ['apply', 'revoke'];
    case 'expired':
    case 'repaired':
      return ['revoke'];
    case 'revoked':
    case 'dropped':
      return [];
  }
}

function Steps({ decision }: { decision: CreditDecision }) {
  const [step, setStep] = useState<CreditStep | null>(null);
  const remove = useOperation(client.credit.removeDecision, { success: '已删除拟认定', undoable: true });
  const steps = stepsOf(decision);
  const isUrgent = isOpenStage(decision.stage) && decision.stage !== 'objecting';
  return (
    <div className={styles.steps}>
      {steps.map((each, place) => (
        <Button
          key={each}
          type={place === 0 && isUrgent ? 'primary' : 'default'}
          onClick={() => setStep(each)}
        >
          {stepWords[each].title}
        </Button>
      ))}
      {decision.stage === 'proposed' && (
        <Button loading={remove.running} onClick={() => void remove.run({ uid: decision.uid })}>
          删除
        </Button>
      )}
      {step !== null && <StepDialog step={step} decision={decision} onClose={() => setStep(null)} />}
    </div>
  );
}

function factsOf(decision: CreditDecision): Fact[] {
  const { deliveredOn, objectedOn, answeredOn, decidedOn, revokedOn, droppedOn } = decision;
  const said = (day: string | null, text: string) =>
    day === null ? '' : [day, text].filter(Boolean).join('，');
  return [
    ['失信事实', decision.reason],
    ['拟认定', decision.proposedOn],
    ['事先告知', said(decision.noticedOn, decision.noticeNumber)],
    ['送达', said(deliveredOn, decision.deliveryWay)],
    ['陈述申辩期', dueText(decision)],
    ['放弃申辩', decision.waivedOn ?? ''],
    ['陈述申辩', said(objectedOn, decision.objection)],
    ['答复', said(answeredOn, decision.answer)],
    ['不予认定', said(droppedOn, decision.dropReason)],
    ['认定', said(decidedOn, decision.number)],
    ['公示', decidedOn === null ? '' : publicText(decision)],
    ['可以申请修复', decision.stage === 'published' ? repairText(decision) : ''],
    ['撤销', said(revokedOn, decision.revokeReason)],
  ];
}

function dueText({ objectionDueOn }: CreditDecision): string {
  return objectionDueOn === null ? '' : `到 ${objectionDueOn} 为止`;
}

function repairText({ repairableFrom }: CreditDecision): string {
  return repairableFrom === null ? '公示期满自行结束，不用修复' : `${repairableFrom} 起`;
}

function publicText({ decidedOn, publishedUntil, lastPublicDay }: CreditDecision): string {
  if (lastPublicDay === null) return '没有公示';
  const early = lastPublicDay === publishedUntil ? '' : `(原定 ${publishedUntil ?? ''})`;
  return `${decidedOn ?? ''} 至 ${lastPublicDay}${early}`;
}

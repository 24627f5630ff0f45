import type { credit as contract, CreditDecision } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import { DECISION_FILES } from '#shared/rules/credit/files.ts';
import { creditPaperFields, type PaperRepair } from '#shared/rules/credit/paper-fields.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { createPaper, fillTemplate } from '#main/features/papers/index.ts';
import { requireDecision, said } from './course.ts';
import { judgeOf, toDecision } from './facts.ts';
import { type DecisionRecord, enterpriseById, repairsOfDecision } from './queries.ts';

type PaperOf = Parameters<Handlers<typeof contract>['draftPaper']>[0]['kind'];

/** Kind of paper and template of each. */
const templates: Readonly<Record<PaperOf, { kind: string; template: string }>> = {
  notice: { kind: 'creditNotice', template: 'creditNotice' },
  decision: { kind: 'creditDecision', template: 'creditDecision' },
  repair: { kind: 'creditDecision', template: 'creditRepair' },
};

/** 告知书, 决定书, 修复决定书 of the office, filled with what is known of the decision. */
export const draftPaper: Handlers<typeof contract>['draftPaper'] = ({ decisionUid, kind, day }, context) => {
  const record = requireDecision(context.db, decisionUid);
  const decision = decisionOn(context, record, day);
  const { kind: paperKind, template } = templates[kind];
  if (kind === 'repair' && decision.repairs.length === 0)
    throw new AppError('refused', { reason: '还没有修复申请，请先登记申请。' });
  const filled = fillTemplate(context, template, fieldsOf(context, record, decision));
  const subject = { kind: DECISION_FILES, uid: decisionUid };
  const paper = createPaper(context, { kind: paperKind, ...filled, subject });
  context.summarize(said(context.db, record, filled.content.title));
  return { paperUid: paper.uid };
};

function decisionOn(context: WriteContext, record: DecisionRecord, day: string): CreditDecision {
  const repairs = context.db.all(repairsOfDecision, { decisionId: record.id });
  return toDecision(record, repairs, { ...judgeOf(context), today: day });
}

function fieldsOf(context: WriteContext, record: DecisionRecord, decision: CreditDecision) {
  const { settings } = judgeOf(context);
  const enterprise = context.db.get(enterpriseById, { id: record.enterprise_id });
  return creditPaperFields({
    ...decision,
    enterpriseName: enterprise?.name ?? '',
    code: enterprise?.code ?? '',
    basis: settings.basis,
    objectionTerm: settings.objection.term,
    repair: repairOf(decision),
    repairSource: settings.repairSource,
  });
}

/** The latest application. */
function repairOf({ repairs, repairedOn }: CreditDecision): PaperRepair | null {
  const repair = repairs.at(-1);
  return repair === undefined ? null : { ...repair, endsOn: repairedOn };
}

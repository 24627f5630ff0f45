import type { credit as contract, CreditDecision } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import { DECISION_FILES } from '#shared/rules/credit/files.ts';
import { creditPaperFields, type PaperRepair, REPAIRABLE_PLACE } from '#shared/rules/credit/paper-fields.ts';
import type { Paper, PaperBlock } from '#shared/rules/papers/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { createPaper, fillTemplate, papersOfSubject } from '#main/features/papers/index.ts';
import { requireDecision, said } from './course.ts';
import { judgeOf, toDecision } from './facts.ts';
import { type DecisionRecord, enterpriseById, repairsOfDecision } from './queries.ts';

type PaperOf = Parameters<Handlers<typeof contract>['draftPaper']>[0]['kind'];

/** Kind of paper of each, which is also the key of its template. */
const paperKinds: Readonly<Record<PaperOf, string>> = {
  notice: 'creditNotice',
  decision: 'creditDecision',
  repair: 'creditRepair',
};

/** 告知书, 决定书, 修复决定书 of the office, filled with what is known of the decision. */
export const draftPaper: Handlers<typeof contract>['draftPaper'] = ({ decisionUid, kind, day }, context) => {
  const record = requireDecision(context.db, decisionUid);
  const decision = decisionOn(context, record, day);
  const paperKind = paperKinds[kind];
  if (kind === 'repair' && decision.repairs.length === 0)
    throw new AppError('refused', { reason: '还没有修复申请，请先登记申请。' });
  const { content, template } = fillTemplate(context, paperKind, fieldsOf(context, record, decision));
  const hasNoRepair = decision.decidedOn !== null && decision.repairableFrom === null;
  const paper = createPaper(context, {
    kind: paperKind,
    content: hasNoRepair ? withoutRepair(content) : content,
    template,
    subject: { kind: DECISION_FILES, uid: decisionUid },
  });
  context.summarize(said(context.db, record, content.title));
  return { paperUid: paper.uid };
};

/** Nothing is promised that the term of publicity leaves no time for. */
function withoutRepair(content: Paper): Paper {
  const isPromise = (block: PaperBlock): boolean =>
    block.kind === 'paragraph' && block.runs.some(({ field }) => field === REPAIRABLE_PLACE);
  return { ...content, body: content.body.filter((block) => !isPromise(block)) };
}

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

/** Numbers of papers that were issued stand with what they decide, where nobody has written one there. */
export function takeNumbers({ db }: Pick<WriteContext, 'db'>, decisionUid: string): void {
  const record = requireDecision(db, decisionUid);
  const issued = papersOfSubject(db, DECISION_FILES, decisionUid).filter(({ status }) => status === 'issued');
  const numberOf = (kind: PaperOf) =>
    issued.findLast((paper) => paper.kind === paperKinds[kind])?.number ?? '';
  db.update('credit_decision', record.id, {
    notice_number: record.notice_number || numberOf('notice'),
    number: record.number || numberOf('decision'),
  });
  const repair = db.all(repairsOfDecision, { decisionId: record.id }).at(-1);
  if (repair !== undefined)
    db.update('credit_repair', repair.id, { number: repair.number || numberOf('repair') });
}

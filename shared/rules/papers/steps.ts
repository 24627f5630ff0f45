/** Where a paper is on its way: 拟稿, 核稿, 送签, 已签发, 已印发, 作废. */
export const paperStatuses = ['draft', 'review', 'signing', 'signed', 'issued', 'void'] as const;
export type PaperStatus = (typeof paperStatuses)[number];

export const paperStatusNames: Readonly<Record<PaperStatus, string>> = {
  draft: '拟稿',
  review: '核稿',
  signing: '待签发',
  signed: '待印发',
  issued: '已印发',
  void: '已作废',
};

export type PaperStepKind = 'create' | 'submit' | 'approve' | 'return' | 'sign' | 'issue' | 'void';

const order: readonly PaperStatus[] = ['draft', 'review', 'signing', 'signed'];

/** Text and fields may still be changed: once signed, only after it was returned. */
export function isEditable(status: PaperStatus): boolean {
  return status === 'draft' || status === 'review' || status === 'signing';
}

/** The last step of a kind, unless the paper was returned to before it since: 核稿, 签发 as they hold now. */
export function standingStep<Step extends { kind: PaperStepKind; toStatus: PaperStatus }>(
  steps: readonly Step[],
  kind: PaperStepKind,
): Step | undefined {
  const place = steps.findLastIndex((step) => step.kind === kind);
  const step = steps[place];
  if (step === undefined) return undefined;
  const before = returnTargets(step.toStatus);
  const wasTakenBack = steps
    .slice(place + 1)
    .some((later) => later.kind === 'return' && before.includes(later.toStatus));
  return wasTakenBack ? undefined : step;
}

/** Where it can be returned to; a paper that is issued only by 作废. */
export function returnTargets(status: PaperStatus): readonly PaperStatus[] {
  return order.slice(0, Math.max(0, order.indexOf(status)));
}

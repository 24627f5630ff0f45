import type { PaperDetail } from '#shared/contract/papers.ts';
import type { PaperStatus } from '#shared/rules/papers/steps.ts';

export type PaperAction =
  | 'submit'
  | 'submitTo'
  | 'submitToSigning'
  | 'approve'
  | 'approveWith'
  | 'return'
  | 'sign'
  | 'issue'
  | 'void'
  | 'copy'
  | 'draftForm'
  | 'remove';

export interface MenuAction {
  action: PaperAction;
  label: string;
  danger?: boolean;
}

interface Rights {
  edit: boolean;
  sign: boolean;
}

/** The step that the biggest button takes; null: none is left, or this user may not. */
export function nextStep(status: PaperStatus, rights: Rights): MenuAction | null {
  const steps: Partial<Record<PaperStatus, MenuAction & { right: keyof Rights }>> = {
    draft: { action: 'submit', label: '送核稿', right: 'edit' },
    review: { action: 'approve', label: '核稿通过', right: 'edit' },
    signing: { action: 'sign', label: '签发并取号', right: 'sign' },
    signed: { action: 'issue', label: '印发', right: 'sign' },
    void: { action: 'copy', label: '复制为新公文', right: 'edit' },
  };
  const step = steps[status];
  return step !== undefined && rights[step.right] ? step : null;
}

/** What else can be done, the likelier first. */
export function menuActions({ status, number }: PaperDetail, { edit, sign }: Rights): MenuAction[] {
  const actions: MenuAction[] = [];
  if (edit && status === 'draft') {
    actions.push(
      { action: 'submitTo', label: '送给指定的人核稿…' },
      { action: 'submitToSigning', label: '不经核稿，直接送签发' },
    );
  }
  if (edit && status === 'review') actions.push({ action: 'approveWith', label: '填写核稿意见…' });
  if (edit && ['review', 'signing', 'signed'].includes(status)) {
    actions.push({ action: 'return', label: '退回…' });
  }
  if (edit && status !== 'void') actions.push({ action: 'copy', label: '复制为新公文' });
  actions.push({ action: 'draftForm', label: '发文稿纸…' });
  if (edit && number === '' && ['draft', 'review', 'signing'].includes(status)) {
    actions.push({ action: 'remove', label: '删除草稿', danger: true });
  }
  if (sign && status !== 'void' && status !== 'draft') {
    actions.push({ action: 'void', label: '作废…', danger: true });
  }
  return actions;
}

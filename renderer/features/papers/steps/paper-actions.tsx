import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button, Dropdown, Space, Tooltip } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PaperDetail } from '#shared/contract/papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { DraftFormDialog } from './draft-form-dialog.tsx';
import { HandOnDialog } from './hand-on-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { FileButtons } from './file-buttons.tsx';
import { type MenuAction, menuActions, nextStep, type PaperAction } from './next-step.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { returnTargets } from '#shared/rules/papers/steps.ts';

interface PaperActionsProps {
  paper: PaperDetail;
  isDirty: boolean;
  /** Saves what was typed; a step is not taken before it is stored. */
  save: () => Promise<boolean>;
}

/** The next step as the biggest button, and what else can be done with the paper. */
export function PaperActions({ paper, isDirty, save }: PaperActionsProps) {
  const [, navigate] = useLocation();
  const rights = { edit: useRight('editPapers'), sign: useRight('signPapers') };
  const [dialog, setDialog] = useState<PaperAction | null>(null);
  const submit = useOperation(client.papers.submit, { success: '已送出', undoable: true });
  const approve = useOperation(client.papers.approve, { success: '核稿通过，已送签发', undoable: true });
  const giveBack = useOperation(client.papers.return, { success: '已退回', undoable: true });
  const makeVoid = useOperation(client.papers.void, { success: '已作废' });
  const copy = useOperation(client.papers.copy, { success: '已复制成新的草稿' });
  const remove = useOperation(client.papers.remove, { success: '已删除草稿', undoable: true });
  const { uid, status } = paper;
  const step = nextStep(status, rights);
  const close = (): void => setDialog(null);

  async function act(action: PaperAction): Promise<void> {
    if (!(await save())) return;
    const nobody = { uid, holderUid: null, opinion: '' };
    if (action === 'submit') await submit.run({ ...nobody, to: 'review' });
    else if (action === 'submitToSigning') await submit.run({ ...nobody, to: 'signing' });
    else if (action === 'approve') await approve.run({ ...nobody, person: '' });
    else if (action === 'copy') await openCopy();
    else if (action === 'remove') await removeDraft();
    else setDialog(action);
  }

  async function openCopy(): Promise<void> {
    const outcome = await copy.run({ uid });
    if (outcome.done) navigate(`/papers/${outcome.value.uid}`);
  }

  async function removeDraft(): Promise<void> {
    const outcome = await remove.run({ uid });
    if (outcome.done) navigate('/papers');
  }

  return (
    <>
      <FileButtons uid={uid} save={save} />
      {isDirty && <Button onClick={() => void save()}>保存</Button>}
      <MoreActions actions={menuActions(paper, rights)} onAct={(action) => void act(action)} />
      {step !== null && (
        <Tooltip title={status === 'signing' ? paper.problems.join('；') : ''}>
          <Button
            type="primary"
            loading={submit.running || approve.running || copy.running}
            onClick={() => void act(step.action)}
          >
            {step.label}
          </Button>
        </Tooltip>
      )}
      {(dialog === 'submitTo' || dialog === 'approveWith') && (
        <HandOnDialog paper={paper} step={dialog} onClose={close} />
      )}
      {dialog === 'draftForm' && <DraftFormDialog uid={uid} onClose={close} />}
      {dialog === 'sign' && <SignDialog paper={paper} onClose={close} />}
      {dialog === 'issue' && <IssueDialog paper={paper} onClose={close} />}
      {dialog === 'return' && (
        <ReasonDialog
          title="退回公文"
          verb="退回"
          hint={
            paper.number === ''
              ? '退回后可以修改，再送出。'
              : `退回后可以修改；文号“${paper.number}”给它留着。`
          }
          targets={returnTargets(status).filter((target) => target !== 'review')}
          busy={giveBack.running}
          onSubmit={(reason, to) => {
            if (to !== 'draft' && to !== 'review' && to !== 'signing') return;
            void giveBack.run({ uid, to, reason }).then(({ done }) => done && close());
          }}
          onClose={close}
        />
      )}
      {dialog === 'void' && (
        <ReasonDialog
          title="作废公文"
          verb="作废"
          hint={
            paper.number === ''
              ? '作废后不能再办，可以复制成新的草稿。'
              : `作废后不能恢复。文号“${paper.number}”不再使用，登记簿里会写明作废和原因。`
          }
          busy={makeVoid.running}
          onSubmit={(reason) => void makeVoid.run({ uid, reason }).then(({ done }) => done && close())}
          onClose={close}
        />
      )}
    </>
  );
}

function MoreActions({
  actions,
  onAct,
}: {
  actions: readonly MenuAction[];
  onAct: (action: PaperAction) => void;
}) {
  if (actions.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: actions.map(({ action, label, danger = false }) => ({
          key: action,
          label,
          danger,
          onClick: () => onAct(action),
        })),
      }}
    >
      <Button>
        <Space size={4}>
          更多
          <DownOutlined aria-hidden />
        </Space>
      </Button>
    </Dropdown>
  );
}

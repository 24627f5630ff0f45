import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CountyPlanDetail } from '#shared/contract/county-plans.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { HandBackDialog } from './hand-back-dialog.tsx';
import { ResubmitDialog } from './resubmit-dialog.tsx';

interface CheckActionsProps {
  plan: CountyPlanDetail;
  mayEdit: boolean;
  onEnter: () => void;
}

/** From 登记 to 核对通过 or 退回; only what can be done now. */
export function CheckActions({ plan, mayEdit, onEnter }: CheckActionsProps) {
  const [, navigate] = useLocation();
  const mayExport = useRight('export');
  const mayWrite = useRight('editPapers');
  const [isHandingBack, setIsHandingBack] = useState(false);
  const [isComingAgain, setIsComingAgain] = useState(false);
  const { uid, planUid } = plan;
  const sheet = useStartedJob(client.countyPlans.exportCheck);
  const draft = useOperation(client.countyPlans.draftOpinion, { success: '已拟好核对意见', undoable: true });
  const decide = useOperation(client.countyPlans.decide, {
    success: (_, { isChecked }) => (isChecked ? `${plan.name}核对通过` : `${plan.name}改为待核对`),
    undoable: true,
  });
  const isIn = plan.receivedOn !== null;

  async function write(): Promise<void> {
    const outcome = await draft.run({ uid });
    if (outcome.done) navigate(`/papers/${outcome.value.paperUid}`);
  }

  return (
    <>
      <Button onClick={onEnter}>{isIn ? '报送情况' : '登记报送'}</Button>
      {mayExport && (
        <Button loading={sheet.starting} onClick={() => void sheet.start({ planUid, uids: [uid] })}>
          导出核对表
        </Button>
      )}
      {isIn && mayWrite && (
        <Button loading={draft.running} onClick={() => void write()}>
          拟核对意见
        </Button>
      )}
      {isIn && mayEdit && plan.state === 'received' && (
        <>
          <Button onClick={() => setIsHandingBack(true)}>退回修改</Button>
          <Button
            type="primary"
            loading={decide.running}
            onClick={() => void decide.run({ uid, isChecked: true })}
          >
            核对通过
          </Button>
        </>
      )}
      {mayEdit && plan.state === 'returned' && (
        <Button type="primary" onClick={() => setIsComingAgain(true)}>
          重新报来
        </Button>
      )}
      {mayEdit && plan.decision !== null && (
        <Button loading={decide.running} onClick={() => void decide.run({ uid, isChecked: false })}>
          重新核对
        </Button>
      )}
      {sheet.dialog}
      {isHandingBack && <HandBackDialog plan={plan} onClose={() => setIsHandingBack(false)} />}
      {isComingAgain && <ResubmitDialog plan={plan} onClose={() => setIsComingAgain(false)} />}
    </>
  );
}

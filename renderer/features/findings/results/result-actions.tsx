import { Button } from 'antd';
import { useLocation } from 'wouter';
import type { ResultScope } from '#shared/contract/finding-results.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

interface ResultActionsProps {
  scope: ResultScope;
  isEmpty: boolean;
}

/** The workbook, and of a campaign the draft of its circular. */
export function ResultActions({ scope, isEmpty }: ResultActionsProps) {
  const [, navigate] = useLocation();
  const mayWrite = useRight('editPapers');
  const mayExport = useRight('export');
  const workbook = useStartedJob(client.findings.exportResults);
  const draft = useOperation(client.visits.draftCircular, { success: '已拟制督查通报', undoable: true });
  const { campaignUid } = scope;

  async function runDraft(uid: string): Promise<void> {
    const outcome = await draft.run({ campaignUid: uid });
    if (outcome.done) navigate(`/papers/${outcome.value.paperUid}`);
  }

  return (
    <>
      {mayExport && (
        <Button disabled={isEmpty} loading={workbook.starting} onClick={() => void workbook.start(scope)}>
          导出 Excel
        </Button>
      )}
      {mayWrite && (
        <Button
          type="primary"
          disabled={campaignUid === null}
          title={campaignUid === null ? '先在下面选一次督查' : ''}
          loading={draft.running}
          onClick={() => campaignUid !== null && void runDraft(campaignUid)}
        >
          拟督查通报
        </Button>
      )}
      {workbook.dialog}
    </>
  );
}

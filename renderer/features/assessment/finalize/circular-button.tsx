import { Button } from 'antd';
import { useLocation } from 'wouter';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';

/** The circular on a final period's results, opened as a draft paper. */
export function CircularButton({ periodUid }: { periodUid: string }) {
  const [, navigate] = useLocation();
  const mayWrite = useRight('editPapers');
  const draft = useOperation(client.notices.resultCircular, {
    success: '已拟制考核结果通报',
    undoable: true,
  });
  if (!mayWrite) return null;

  async function run(): Promise<void> {
    const outcome = await draft.run({ periodUid });
    if (outcome.done) navigate(`/papers/${outcome.value.paperUid}`);
  }

  return (
    <Button loading={draft.running} onClick={() => void run()}>
      拟结果通报
    </Button>
  );
}

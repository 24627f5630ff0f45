import { Button } from 'antd';
import { useLocation } from 'wouter';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';

/** What can be done with several units at once: pressed by a notice, or taken from the list. */
export function ChosenBar({ uids, onClear }: { uids: readonly string[]; onClear: () => void }) {
  const [, navigate] = useLocation();
  const mayWrite = useRight('editPapers');
  const press = useOperation(client.countyPlans.press, {
    success: ({ taskUids }) => `已列入督办任务 ${taskUids.length} 项`,
    undoable: true,
  });
  const remove = useOperation(client.countyPlans.remove, {
    success: ({ removed, cancelledTasks }) =>
      `已移出 ${removed} 个单位${cancelledTasks === 0 ? '' : `，取消督办任务 ${cancelledTasks} 项`}`,
    undoable: true,
  });

  async function startNotices(): Promise<void> {
    const outcome = await press.run({ uids: [...uids] });
    if (!outcome.done) return;
    if (mayWrite) navigate(`/notices/from/${outcome.value.taskUids.join(',')}`);
    else onClear();
  }

  async function takeOut(): Promise<void> {
    if ((await remove.run({ uids: [...uids] })).done) onClear();
  }

  return (
    <>
      <span>已选 {uids.length} 个单位</span>
      <Button loading={press.running} onClick={() => void startNotices()}>
        {mayWrite ? '催报，发提示函、督办函' : '催报，列入督办任务'}
      </Button>
      <Button loading={remove.running} onClick={() => void takeOut()}>
        移出
      </Button>
      <Button type="link" onClick={onClear}>
        取消选择
      </Button>
    </>
  );
}

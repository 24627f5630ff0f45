import type { DeductionRow } from '#shared/contract/deductions.ts';
import { client } from '#renderer/app/client.ts';
import { type Operation, useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';

export function useAccept(): Operation<{ uids: string[] }, { accepted: number }> {
  return useOperation(client.deductions.accept, {
    success: ({ accepted }) =>
      accepted === 1 ? '已扣分，理由已写入评分表' : `已扣分 ${accepted} 项，理由已写入评分表`,
    undoable: true,
  });
}

/** Takes proposals away; asks where one has changed a score already, because the score stays. */
export function useWithdraw(): (rows: readonly DeductionRow[]) => Promise<void> {
  const confirm = useConfirm();
  const withdraw = useOperation(client.deductions.withdraw, { success: '已撤回', undoable: true });
  return async (rows) => {
    const isSure =
      rows.every(({ state }) => state !== 'accepted') ||
      (await confirm({
        title: '撤回这次扣分?',
        consequence:
          '只取消和任务的联系，评分表里的得分和理由不变，请接着在评分表里改。要连得分一起改回，请在“操作日志”里撤销“采纳扣分”。',
        verb: '撤回',
      }));
    if (isSure) await withdraw.run({ uids: rows.map(({ uid }) => uid) });
  };
}

import { App } from 'antd';
import { dueProblem } from '#shared/rules/tasks/due.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { type DraftCommon, type DraftTask, itemOf } from './draft-tasks.ts';

/**
 * Adds all drafts as one operation.
 * @param procedure where they are linked to what they come from; without it they are only added
 * @returns uids, or null where something stands in the way
 */
export function useAddDrafts(procedure: typeof client.tasks.add = client.tasks.add) {
  const { message } = App.useApp();
  const add = useOperation(procedure, {
    success: ({ uids }) => `已新增 ${uids.length} 项任务`,
    undoable: true,
  });

  async function run(drafts: readonly DraftTask[], common: DraftCommon): Promise<string[] | null> {
    const items = drafts.map((draft) => itemOf(draft, common)).filter(({ title }) => title.trim() !== '');
    const wrong = items.find(({ assignedOn, dueOn }) => dueProblem(assignedOn, dueOn) !== null);
    if (wrong !== undefined) {
      void message.error(`“${wrong.title}”的${dueProblem(wrong.assignedOn, wrong.dueOn) ?? ''}。`, 6);
      return null;
    }
    if (items.length === 0) return null;
    const outcome = await add.run({ items });
    return outcome.done ? outcome.value.uids : null;
  }
  return { run, running: add.running };
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import type { TaskProposal } from '#shared/contract/tasks.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { TaskDialog, TaskLinks } from '#renderer/app/task-parts.ts';
import styles from './received-papers.module.css';
import { receivedTaskTables } from './tables.ts';

/** Turns a 批示 into a supervised task: the dialog opens filled in with what its words say. */
export function ToTaskButton({ entryUid }: { entryUid: string }) {
  const [proposal, setProposal] = useState<TaskProposal | null>(null);
  const propose = useOperation(client.receivedPapers.proposeTask, { isSave: false });

  async function open(): Promise<void> {
    const outcome = await propose.run({ entryUid });
    if (outcome.done) setProposal(outcome.value);
  }

  return (
    <>
      <Button size="small" loading={propose.running} onClick={() => void open()}>
        转为督办任务
      </Button>
      {proposal !== null && (
        <Suspense>
          <TaskDialog
            title="批示转督办任务"
            proposal={proposal}
            add={(input, options) => client.receivedPapers.addTasks({ entryUid, ...input }, options)}
            onClose={() => setProposal(null)}
          />
        </Suspense>
      )}
    </>
  );
}

/** What was made of the 批示 of a received paper, with its lights. */
export function ReceivedTasks({ uid }: { uid: string }) {
  const { data = [] } = useQuery(
    api.receivedPapers.tasks.queryOptions({ input: { uid }, meta: { tables: receivedTaskTables } }),
  );
  if (data.length === 0) return null;
  return (
    <section aria-label="转出的督办任务">
      <h3 className={styles.part}>转出的督办任务</h3>
      <Suspense>
        <TaskLinks tasks={data} />
      </Suspense>
    </section>
  );
}

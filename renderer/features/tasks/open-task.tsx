import { useState } from 'react';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import type { TaskStep } from '#shared/rules/tasks/steps.ts';
import { EditDialog } from './edit-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { TaskPanel } from './task-panel.tsx';

type Dialog = { kind: 'edit'; task: TaskDetail } | { kind: 'step'; step: TaskStep; task: TaskDetail };

/** An open task beside the page of another feature, with everything that can be done about it. */
export function OpenTask({ uid, onClose }: { uid: string; onClose: () => void }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <TaskPanel
        uid={uid}
        onStep={(step, task) => setDialog({ kind: 'step', step, task })}
        onEdit={(task) => setDialog({ kind: 'edit', task })}
        onClose={onClose}
      />
      {dialog?.kind === 'edit' && <EditDialog task={dialog.task} onClose={close} />}
      {dialog?.kind === 'step' && (
        <StepDialog step={dialog.step} tasks={[dialog.task]} onDone={close} onClose={close} />
      )}
    </>
  );
}

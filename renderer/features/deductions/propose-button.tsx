import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { groundsProblem } from '#shared/rules/deductions/grounds.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { ProposeDialog } from './propose-dialog.tsx';

const MOST_TASKS = 100;

interface ProposeButtonProps {
  tasks: readonly TaskRow[];
  onDone?: () => void;
}

/** 拟扣分 of findings and overdue tasks, one or many. */
export function ProposeButton({ tasks, onDone }: ProposeButtonProps) {
  const mayScore = useRight('score');
  const today = useCurrentDay();
  const [isOpen, setIsOpen] = useState(false);
  if (!mayScore) return null;
  const problem =
    tasks.length > MOST_TASKS
      ? `一次最多 ${MOST_TASKS} 项，请少选一些。`
      : tasks.map((task) => groundsProblem(task, today)).find((text) => text !== null);

  return (
    <>
      <Tooltip title={problem ?? ''}>
        <Button disabled={typeof problem === 'string'} onClick={() => setIsOpen(true)}>
          拟扣分…
        </Button>
      </Tooltip>
      {isOpen && (
        <ProposeDialog
          taskUids={tasks.map(({ uid }) => uid)}
          onDone={() => {
            setIsOpen(false);
            onDone?.();
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

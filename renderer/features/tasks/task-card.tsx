import { Button } from 'antd';
import { useLocation } from 'wouter';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { useTaskCounts } from './use-tasks.ts';

const everything = { text: '', view: 'open', kind: null, unitUid: null, sourceUid: null } as const;

/** What units owe, on 首页: due, overdue, waiting for the office. */
export function TaskCard() {
  const [, navigate] = useLocation();
  const counts = useTaskCounts(everything);
  if (counts === undefined || counts.views.all === 0) return null;
  const { nextWeek, overdue, waiting, open } = counts.views;
  return (
    <StepCard
      title="督办任务"
      text={`7 天内到期 ${nextWeek} 项，逾期 ${overdue} 项，待验收 ${waiting} 项；未办结共 ${open} 项。`}
      action={
        <Button type="primary" onClick={() => navigate('/tasks')}>
          去督办
        </Button>
      }
    />
  );
}

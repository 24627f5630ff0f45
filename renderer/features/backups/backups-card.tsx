import { Button } from 'antd';
import { useLocation } from 'wouter';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { useBackups } from './use-backups.tsx';
import { drillProblem } from './words.ts';

/** Only when a backup or a drill went wrong, a drill is overdue, or a restore waits. */
export function BackupsCard() {
  const { data } = useBackups();
  const [, navigate] = useLocation();
  if (data === undefined) return null;
  const words =
    data.waiting === null
      ? (data.problem ?? drillProblem(data))
      : '恢复的数据已准备好，关闭程序再打开后生效。';
  if (words === null) return null;
  return (
    <StepCard
      title={data.waiting === null ? '备份要看一下' : '等待恢复'}
      text={words}
      action={<Button onClick={() => navigate('/settings/backups')}>去备份</Button>}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { paperTables } from './tables.ts';

/** Papers that wait for a step of this user; nothing where none does. */
export function PapersCard() {
  const [, navigate] = useLocation();
  const { data } = useQuery(api.papers.counts.queryOptions({ meta: { tables: paperTables } }));
  if (data === undefined || data.mine === 0) return null;
  return (
    <StepCard
      title={`${data.mine} 份公文等您办`}
      text="您的拟稿，和送到您这里核稿、签发、印发的公文。"
      action={
        <Button type="primary" onClick={() => navigate('/papers?view=mine')}>
          去办理
        </Button>
      }
    />
  );
}

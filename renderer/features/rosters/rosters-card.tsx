import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { rosterTables } from '#renderer/ui/shared-queries.ts';

const SHOWN = 3;

/** What is wrong in a roster today, or ends soon; nothing where all is well. */
export function RostersCard() {
  const [, navigate] = useLocation();
  const { data } = useQuery(
    api.rosters.attention.queryOptions({ meta: { tables: [...rosterTables, 'setting'] } }),
  );
  if (data === undefined || data.problems.length === 0) return null;
  const [first] = data.problems;
  const more = data.problems.length - SHOWN;
  return (
    <StepCard
      title={`名册有 ${data.problems.length} 处要核对`}
      text={
        <>
          {data.problems.slice(0, SHOWN).map(({ committeeUid, committeeName, problem }) => (
            <div key={`${committeeUid} ${problem.text}`}>
              {committeeName}：{problem.text}
            </div>
          ))}
          {more > 0 && <div>还有 {more} 处</div>}
        </>
      }
      action={
        <Button type="primary" onClick={() => navigate(`/rosters/${first?.committeeUid ?? ''}`)}>
          去核对
        </Button>
      }
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { meetingTables } from './names.ts';

/** The next meeting: the one that is planned, or the one that is due by a series' rhythm. */
export function MeetingsCard() {
  const [, navigate] = useLocation();
  const { data = [] } = useQuery(api.meetings.series.queryOptions({ meta: { tables: meetingTables } }));
  const planned = data
    .flatMap(({ name, planned: next }) => (next === null ? [] : [{ name, ...next }]))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
  if (planned !== undefined) {
    return (
      <StepCard
        title={`${planned.name}：${planned.day}`}
        text="登记回复和请假，会后签到，写纪要、分解议定事项。"
        action={
          <Button type="primary" onClick={() => navigate(`/meetings/${planned.uid}`)}>
            打开会议
          </Button>
        }
      />
    );
  }
  const due = data
    .flatMap(({ name, nextDue }) => (nextDue === null ? [] : [{ name, day: nextDue }]))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
  if (due === undefined) return null;
  return (
    <StepCard
      title={`${due.name}该开了`}
      text={`按召开周期，应在 ${due.day} 前召开。参会人员从名册带出，议题和上次未办结的事项自动列入。`}
      action={
        <Button type="primary" onClick={() => navigate('/meetings')}>
          去安排会议
        </Button>
      }
    />
  );
}

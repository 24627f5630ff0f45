import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { needsPressing } from '#shared/rules/notices/notice-state.ts';
import { api } from '#renderer/app/client.ts';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { noticeTables } from './words.ts';

/** Notices that were not answered, were answered and not looked at, or lie about unsent. */
export function NoticesCard() {
  const [, navigate] = useLocation();
  const { data = [] } = useQuery(
    api.notices.list.queryOptions({
      input: { view: 'todo', kind: null, unitUid: null, text: '' },
      meta: { tables: noticeTables },
    }),
  );
  if (data.length === 0) return null;
  const count = (isCounted: (row: (typeof data)[number]) => boolean) => data.filter(isCounted).length;
  const parts = [
    [count(({ state }) => needsPressing(state)), '份没有按期反馈或反馈不合要求'],
    [count(({ state }) => state === 'replied'), '份反馈待审定'],
    [count(({ state }) => state === 'drafting'), '份拟制中'],
    [count(({ state }) => state === 'toSend'), '份待送达'],
  ] as const;
  return (
    <StepCard
      title="督办通知要处理"
      text={parts
        .filter(([number]) => number > 0)
        .map(([number, words]) => `${number} ${words}`)
        .join('，')}
      action={
        <Button type="primary" onClick={() => navigate('/notices')}>
          去督办通知
        </Button>
      }
    />
  );
}

import dayjs from 'dayjs';
import type { ReceivedSummary } from '#shared/contract/received-papers.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';

/** Days before the due day from which it is shown in yellow. */
const SOON_DAYS = 3;

/** Where a received paper stands: done, overdue, due soon, or still being read. */
export function DueTag({ received }: { received: ReceivedSummary }) {
  const { status, doneOn, dueOn, unread } = received;
  if (status === 'done') return <LightTag light="green" word={`${doneOn ?? ''} 办结`} />;
  const left = dueOn === null ? null : dayjs(dueOn).diff(dayjs().startOf('day'), 'day');
  if (left !== null && left < 0) return <LightTag light="red" word={`超期 ${-left} 天`} />;
  if (left !== null && left <= SOON_DAYS) {
    return <LightTag light="yellow" word={left === 0 ? '今天到期' : `还有 ${left} 天`} />;
  }
  if (unread.length > 0) return <LightTag light="plain" word={`传阅中，${unread.length} 人未阅`} />;
  return <LightTag light="plain" word={dueOn === null ? '在办' : `${dueOn} 到期`} />;
}

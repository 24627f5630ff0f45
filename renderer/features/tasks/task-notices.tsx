import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { noticeStateWords } from '#shared/rules/notices/notice-words.ts';
import { api } from '#renderer/app/client.ts';
import styles from './tasks.module.css';

/** The supervision notices that press a task, from the first to the last. */
export function TaskNotices({ uid }: { uid: string }) {
  const { data = [] } = useQuery(
    api.notices.ofTask.queryOptions({
      input: { uid },
      meta: { tables: ['notice', 'notice_task', 'notice_reply', 'paper'] },
    }),
  );
  if (data.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>督办通知</h3>
      <ul>
        {data.map((notice) => (
          <li key={notice.uid}>
            <Link href={`/notices/${notice.uid}`}>
              {noticeKindNames[notice.kind]} {notice.number}
            </Link>
            ，{noticeStateWords[notice.state]}
          </li>
        ))}
      </ul>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { Link, useLocation } from 'wouter';
import type { ListedDetail } from '#shared/contract/listed-supervision.ts';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { noticeStateWords } from '#shared/rules/notices/notice-words.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import styles from './listed.module.css';

/** The papers by which a hazard was put on the list and taken off it. */
export function ListedNotices({ listed }: { listed: ListedDetail }) {
  const [, navigate] = useLocation();
  const mayWrite = useRight('editPapers');
  const { data = [] } = useQuery(
    api.notices.ofListed.queryOptions({ input: { uid: listed.uid }, meta: { tables: ['notice', 'paper'] } }),
  );
  const create = useOperation(client.notices.createListed, { success: '已拟制，请核对', undoable: true });
  const kind = listed.acceptedOn === null ? 'listing' : 'delisting';
  const isMade = data.some((notice) => notice.kind === kind && notice.state !== 'void');

  async function draft(): Promise<void> {
    const day = dayjs().format('YYYY-MM-DD');
    const outcome = await create.run({ listedUid: listed.uid, kind, day });
    if (outcome.done) navigate(`/papers/${outcome.value.paperUid}`);
  }

  return (
    <>
      <h3>通知</h3>
      <ul className={styles.log}>
        {data.map((notice) => (
          <li key={notice.uid}>
            <Link href={`/papers/${notice.paperUid}`}>
              {noticeKindNames[notice.kind]} {notice.number}
            </Link>{' '}
            <span className={styles.day}>{notice.issuedOn ?? noticeStateWords[notice.state]}</span>
          </li>
        ))}
      </ul>
      {mayWrite && !isMade && (
        <p>
          <Button loading={create.running} onClick={() => void draft()}>
            拟{noticeKindNames[kind]}
          </Button>
        </p>
      )}
    </>
  );
}

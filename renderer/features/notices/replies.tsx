import { Button, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { NoticeDetail, NoticeReply } from '#shared/contract/notices.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { type Light, LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './notices.module.css';

const verdicts: Readonly<Record<NoticeReply['verdict'], { word: string; light: Light }>> = {
  pending: { word: '待审定', light: 'yellow' },
  accepted: { word: '符合要求', light: 'green' },
  insufficient: { word: '不符合要求', light: 'red' },
};

/** What came back, with its files, and what the office thinks of it. */
export function Replies({ notice }: { notice: NoticeDetail }) {
  if (notice.replies.length === 0) return null;
  return (
    <>
      <h3>反馈</h3>
      <ul className={styles.log}>
        {notice.replies.map((reply) => (
          <li key={reply.uid}>
            <div>
              {reply.day} {reply.person}{' '}
              {tellsVerdict(reply, notice) && <LightTag {...verdicts[reply.verdict]} />}
            </div>
            <p className={styles.text}>{reply.text}</p>
            {reply.judgement !== '' && <div className={styles.note}>审定意见：{reply.judgement}</div>}
            <AttachmentList subject={{ kind: 'noticeReply', uid: reply.uid }} label="反馈材料" />
            {reply.verdict === 'pending' && <Judge replyUid={reply.uid} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A notice that was settled before the program asks nobody to judge what came back. */
function tellsVerdict({ verdict }: NoticeReply, { state }: NoticeDetail): boolean {
  return verdict !== 'pending' || state !== 'settled';
}

function Judge({ replyUid }: { replyUid: string }) {
  const [text, setText] = useState('');
  const mayEdit = useRight('editPapers');
  const judge = useOperation(client.notices.judge, { success: '已审定', undoable: true });
  if (!mayEdit) return null;

  function decide(verdict: 'accepted' | 'insufficient'): void {
    void judge.run({ replyUid, verdict, day: dayjs().format('YYYY-MM-DD'), text });
  }

  return (
    <div className={styles.judge}>
      <Input
        aria-label="审定意见"
        placeholder="审定意见"
        maxLength={500}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="primary" loading={judge.running} onClick={() => decide('accepted')}>
        符合要求
      </Button>
      <Button disabled={judge.running} onClick={() => decide('insufficient')}>
        不符合
      </Button>
    </div>
  );
}

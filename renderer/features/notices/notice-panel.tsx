import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { NoticeDetail } from '#shared/contract/notices.ts';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { needsPressing } from '#shared/rules/notices/notice-state.ts';
import { noticeStateWords } from '#shared/rules/notices/notice-words.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { UnreleasedMark } from '../unreleased/index.ts';
import { CreateDialog } from './create-dialog.tsx';
import styles from './notices.module.css';
import { Replies } from './replies.tsx';
import { ReplyDialog } from './reply-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { noticeTables, stateLights } from './words.ts';

/** One notice beside the list: its next step, what it presses, what came back, the chain it stands in. */
export function NoticePanel({ uid, onClose }: { uid: string; onClose: () => void }) {
  const notice = useQuery(api.notices.get.queryOptions({ input: { uid }, meta: { tables: noticeTables } }));
  const title = notice.data === undefined ? '' : `${noticeKindNames[notice.data.kind]}：${notice.data.unit}`;
  return (
    <SidePanel title={title} width={460} onClose={onClose}>
      <QueryView query={notice}>{(data) => <Notice notice={data} onClose={onClose} />}</QueryView>
    </SidePanel>
  );
}

function Notice({ notice, onClose }: { notice: NoticeDetail; onClose: () => void }) {
  return (
    <>
      <p>
        <UnreleasedMark uid={notice.uid} />
        <LightTag light={stateLights[notice.state]} word={noticeStateWords[notice.state]} /> {notice.number}
      </p>
      <Steps notice={notice} onClose={onClose} />
      <FactList facts={factsOf(notice)} />
      {notice.tasks.length > 0 && (
        <>
          <h3>督办的事项</h3>
          <ul className={styles.log}>
            {notice.tasks.map((task) => (
              <li key={task.uid}>
                <Link href={`/tasks/${task.uid}`}>{task.title}</Link>
                <div className={styles.note}>
                  {task.sourceText} {task.dueOn !== null && `期限 ${task.dueOn}`} 已催办 {task.pressedCount}{' '}
                  次
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Replies notice={notice} />
      {notice.chain.length > 1 && (
        <>
          <h3>督办过程</h3>
          <ol className={styles.log}>
            {notice.chain.map((link) => (
              <li key={link.uid} aria-current={link.uid === notice.uid}>
                {link.issuedOn ?? '拟制中'} {noticeKindNames[link.kind]} {link.number}
                <div className={styles.note}>{noticeStateWords[link.state]}</div>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function factsOf(notice: NoticeDetail): Fact[] {
  return [
    ['标题', notice.title],
    ['挂牌督办', notice.listed === null ? '' : listedLink(notice.listed)],
    ['印发', notice.issuedOn ?? ''],
    ['送达', `${notice.sentOn ?? ''} ${notice.channel}`.trim()],
    ['签收', `${notice.receivedOn ?? ''} ${notice.receivedBy}`.trim()],
    ['反馈期限', notice.replyDueOn ?? '不要求反馈'],
  ];
}

function listedLink({ uid, name }: NonNullable<NoticeDetail['listed']>) {
  return <Link href={`/listed-supervision/${uid}`}>{name}</Link>;
}

/** The next step is the primary button. */
function Steps({ notice, onClose }: { notice: NoticeDetail; onClose: () => void }) {
  const [, navigate] = useLocation();
  const [step, setStep] = useState<'sign' | 'send' | 'reply' | 'press' | null>(null);
  const mayEdit = useRight('editPapers');
  const maySign = useRight('signPapers');
  const remove = useOperation(client.notices.remove, { success: '已删除这份通知', undoable: true });
  const { state, uid } = notice;
  const isIssued = notice.issuedOn !== null && state !== 'void';
  const mayPress = needsPressing(state) && notice.next !== null;
  const close = (): void => setStep(null);

  async function removeIt(): Promise<void> {
    const outcome = await remove.run({ uids: [uid] });
    if (outcome.done) onClose();
  }

  return (
    <div className={styles.steps}>
      {state === 'drafting' && maySign && (
        <Button type="primary" onClick={() => setStep('sign')}>
          签发并印发
        </Button>
      )}
      {isIssued && mayEdit && (
        <Button type={state === 'toSend' ? 'primary' : 'default'} onClick={() => setStep('send')}>
          登记送达
        </Button>
      )}
      {isIssued && mayEdit && (
        <Button
          type={state === 'waiting' || state === 'dueSoon' ? 'primary' : 'default'}
          onClick={() => setStep('reply')}
        >
          登记回复
        </Button>
      )}
      {mayPress && mayEdit && (
        <Button type="primary" onClick={() => setStep('press')}>
          再次督办：{notice.next !== null && noticeKindNames[notice.next]}
        </Button>
      )}
      <Button onClick={() => navigate(`/papers/${notice.paperUid}`)}>
        {state === 'drafting' ? '修改公文' : '查看公文'}
      </Button>
      {state === 'drafting' && mayEdit && notice.number === '' && (
        <Button onClick={() => void removeIt()}>删除</Button>
      )}
      {step === 'sign' && <SignDialog rows={[notice]} onClose={close} />}
      {step === 'send' && <SendDialog rows={[notice]} onClose={close} />}
      {step === 'reply' && <ReplyDialog notice={notice} onClose={close} />}
      {step === 'press' && (
        <CreateDialog from={{ taskUids: [], noticeUids: [uid] }} onDone={close} onClose={close} />
      )}
    </div>
  );
}

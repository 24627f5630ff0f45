import { Alert, Button, Dropdown, Tabs } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { statusWords, whenText } from '../names.ts';
import { useMeeting } from '../use-meeting.ts';
import { AgendaView } from './agenda-view.tsx';
import { AttendeesView } from './attendees-view.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { EditMeetingDialog } from './edit-meeting-dialog.tsx';
import { FilesView } from './files-view.tsx';
import styles from './meeting-page.module.css';
import { SignInButton } from './sign-in-button.tsx';

/** One meeting: agenda, people, papers and what was decided. */
export function MeetingPage() {
  const { uid = '' } = useParams();
  const meeting = useMeeting(uid);
  return <QueryView query={meeting}>{(data) => <OpenMeeting key={data.uid} meeting={data} />}</QueryView>;
}

const views = ['agenda', 'people', 'files'] as const;
type View = (typeof views)[number];

function OpenMeeting({ meeting }: { meeting: MeetingDetail }) {
  const [view, setView] = useState<View>(meeting.agenda.length === 0 ? 'agenda' : 'people');
  const isLive = meeting.status !== 'cancelled';
  const mayEdit = useRight('editMeetings') && isLive;
  const { calledCount, presentCount } = meeting;

  return (
    <PageFrame
      title={meeting.title}
      note={
        <span className={styles.note}>
          <LightTag {...statusWords[meeting.status]} />
          {whenText(meeting)} {meeting.place} {meeting.chair !== '' && `主持：${meeting.chair}`}
        </span>
      }
      actions={
        <>
          <SignInButton uid={meeting.uid} />
          {mayEdit && <MeetingMenu meeting={meeting} />}
        </>
      }
      toolbar={
        <Tabs
          size="small"
          className={styles.tabs ?? ''}
          activeKey={view}
          onChange={(key) => setView(views.find((each) => each === key) ?? 'agenda')}
          items={[
            { key: 'agenda', label: `议程 ${meeting.agenda.length} 项` },
            { key: 'people', label: `参会人员和签到 ${presentCount}/${calledCount}` },
            { key: 'files', label: '通知、纪要和议定事项' },
          ]}
        />
      }
    >
      <div className={styles.page}>
        {!isLive && <Alert type="info" showIcon title={`会议已取消：${meeting.cancelReason}`} />}
        {view === 'agenda' && <AgendaView meeting={meeting} mayEdit={mayEdit} />}
        {view === 'people' && <AttendeesView meeting={meeting} mayEdit={mayEdit} />}
        {view === 'files' && <FilesView meeting={meeting} mayEdit={mayEdit} />}
      </div>
    </PageFrame>
  );
}

function MeetingMenu({ meeting }: { meeting: MeetingDetail }) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'edit' | 'cancel' | null>(null);
  const remove = useOperation(client.meetings.remove, {
    success: `已删除“${meeting.title}”`,
    undoable: true,
  });

  async function removeIt(): Promise<void> {
    const outcome = await remove.run({ uid: meeting.uid });
    if (outcome.done) navigate('/meetings');
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'cancel', label: '取消会议…', disabled: meeting.status === 'held' },
            { key: 'remove', label: '删除会议', disabled: meeting.status === 'held' },
          ],
          onClick: ({ key }) => (key === 'cancel' ? setDialog('cancel') : void removeIt()),
        }}
      >
        <Button>更多操作</Button>
      </Dropdown>
      <Button onClick={() => setDialog('edit')}>修改时间地点</Button>
      {dialog === 'edit' && <EditMeetingDialog meeting={meeting} onClose={() => setDialog(null)} />}
      {dialog === 'cancel' && <CancelDialog meeting={meeting} onClose={() => setDialog(null)} />}
    </>
  );
}

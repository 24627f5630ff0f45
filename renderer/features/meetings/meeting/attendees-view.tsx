import { Button, Dropdown, type TableProps } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Attendance, Attendee, MeetingDetail, Reply } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { isTyping } from '#renderer/ui/is-typing.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { attendanceWords, replyWords, roleNames } from '../names.ts';
import { AddAttendee } from './add-attendee.tsx';
import styles from './meeting-page.module.css';
import { ImportDialog } from './import-dialog.tsx';
import { ReplyDialog } from './reply-dialog.tsx';

interface ViewProps {
  meeting: MeetingDetail;
  mayEdit: boolean;
}

const columns: NonNullable<TableProps<Attendee>['columns']> = [
  { title: '姓名', dataIndex: 'name', width: 100 },
  { title: '单位', dataIndex: 'unit', ellipsis: true },
  { title: '职务', dataIndex: 'post', width: 200, ellipsis: true },
  { title: '电话', dataIndex: 'phone', width: 130 },
  { title: '身份', width: 70, render: (_, { role }) => roleNames[role] },
  {
    title: '回复',
    width: 230,
    ellipsis: true,
    render: (_, attendee) => (
      <>
        <LightTag {...replyWords[attendee.reply]} /> {replyDetail(attendee)}
      </>
    ),
  },
  {
    title: '签到',
    width: 100,
    render: (_, { attendance }) => <LightTag {...attendanceWords[attendance]} />,
  },
];

function replyDetail({ reply, reason, substituteName, substitutePost }: Attendee): string {
  if (reply === 'substitute') return `${substituteName} ${substitutePost}`.trim();
  return reply === 'leave' ? reason : '';
}

const marks: readonly Attendance[] = ['present', 'substituted', 'excused', 'absent', 'unknown'];

/** Everybody who is called: replies before, sign-in on the day; many at once, digits set the sign-in. */
export function AttendeesView({ meeting, mayEdit }: ViewProps) {
  const [keys, setKeys] = useState<string[]>([]);
  const [asking, setAsking] = useState<Reply | null>(null);
  const [importing, setImporting] = useState(false);
  const chosen = meeting.attendees.filter(({ uid }) => keys.includes(uid));
  const actions = useActions(meeting, () => setKeys([]));

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const mark = marks[Number(event.key) - 1];
    const busy = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (mark === undefined || chosen.length === 0 || busy || !mayEdit || isTyping(event.target)) return;
    event.preventDefault();
    actions.mark(chosen, mark);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  function reply(key: Reply): void {
    if (key === 'leave' || key === 'substitute') setAsking(key);
    else actions.reply(chosen, key);
  }

  return (
    <>
      {mayEdit && (
        <div className={styles.bar}>
          <Dropdown
            trigger={['click']}
            disabled={chosen.length === 0}
            menu={{
              items: (['coming', 'leave', 'substitute', 'none'] as const).map((key) => ({
                key,
                label: replyWords[key].word,
                disabled: key === 'substitute' && chosen.length > 1,
                onClick: () => reply(key),
              })),
            }}
          >
            <Button>登记回复</Button>
          </Dropdown>
          <Dropdown
            trigger={['click']}
            disabled={chosen.length === 0}
            menu={{
              items: marks.map((key, place) => ({
                key,
                label: `${place + 1} ${attendanceWords[key].word}`,
                onClick: () => actions.mark(chosen, key),
              })),
            }}
          >
            <Button>登记签到</Button>
          </Dropdown>
          <Button disabled={chosen.length === 0} onClick={() => actions.remove(chosen)}>
            移除
          </Button>
          {meeting.committeeUid !== null && <Button onClick={actions.callRoster}>按名册补充</Button>}
          <Button onClick={() => setImporting(true)}>从 Excel 导入</Button>
          <Button onClick={actions.byReplies}>按回复签到</Button>
          <span className={styles.hint}>
            {chosen.length === 0
              ? '勾选后可以一起登记'
              : `已选 ${chosen.length} 人，按数字键签到：1 到会、2 代会、3 请假、4 缺席`}
          </span>
        </div>
      )}
      <div className={styles.table}>
        <ListTable<Attendee>
          label="参会人员"
          columns={columns}
          rows={meeting.attendees}
          rowKey={({ uid }) => uid}
          minWidth={980}
          {...(mayEdit ? { selection: { keys, onChange: setKeys } } : {})}
          empty={
            <EmptyState text="这里列出参会人员。会议系列设了名册的，召开时自动带出；也可以从 Excel 导入，或在下面逐个添加。" />
          }
        />
      </div>
      {mayEdit && <AddAttendee meetingUid={meeting.uid} />}
      {importing && <ImportDialog meeting={meeting} onClose={() => setImporting(false)} />}
      {(asking === 'leave' || asking === 'substitute') && (
        <ReplyDialog
          kind={asking}
          attendees={chosen}
          onDone={() => setKeys([])}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

const noDetails = { reason: '', substituteName: '', substitutePost: '' };

function useActions(meeting: MeetingDetail, onDone: () => void) {
  const mark = useOperation(client.meetings.setAttendance);
  const reply = useOperation(client.meetings.setReply);
  const remove = useOperation(client.meetings.removeAttendees, {
    success: ({ removed }) => `已移除 ${removed} 人`,
    undoable: true,
  });
  const call = useOperation(client.meetings.callRoster, {
    success: ({ added }) => (added === 0 ? '名册上的人都已在列' : `已补充 ${added} 人`),
  });
  const byReplies = useOperation(client.meetings.signInByReplies, {
    success: ({ changed }) => `已按回复签到 ${changed} 人`,
    undoable: true,
  });
  const uidsOf = (attendees: readonly Attendee[]) => attendees.map(({ uid }) => uid);

  async function finish(work: Promise<{ done: boolean }>): Promise<void> {
    if ((await work).done) onDone();
  }

  return {
    mark: (attendees: readonly Attendee[], attendance: Attendance) =>
      void finish(mark.run({ uids: uidsOf(attendees), attendance })),
    reply: (attendees: readonly Attendee[], answer: Reply) =>
      void finish(reply.run({ uids: uidsOf(attendees), reply: answer, ...noDetails })),
    remove: (attendees: readonly Attendee[]) => void finish(remove.run({ uids: uidsOf(attendees) })),
    callRoster: () => void call.run({ uid: meeting.uid }),
    byReplies: () => void byReplies.run({ uid: meeting.uid }),
  };
}

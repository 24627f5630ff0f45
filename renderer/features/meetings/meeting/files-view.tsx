import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import type { MeetingDetail, MeetingPaper } from '#shared/contract/meetings.ts';
import { paperStatusNames } from '#shared/rules/papers/steps.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './meeting-page.module.css';
import { ResolutionTable } from './resolution-table.tsx';

/** The papers of a meeting, its notice and its minutes, and what was decided. */
export function FilesView({ meeting, mayEdit }: { meeting: MeetingDetail; mayEdit: boolean }) {
  const [, navigate] = useLocation();
  const notice = useOperation(client.meetings.draftNotice, { success: '已拟制会议通知', undoable: true });
  const minutes = useOperation(client.meetings.draftMinutes);
  const refresh = useOperation(client.meetings.refreshAttendance, {
    success: '纪要的出席、请假、列席名单已按签到更新',
    undoable: true,
  });
  const { uid } = meeting;
  const current = meeting.minutes.find(({ status }) => status !== 'void');

  async function open(work: Promise<{ done: boolean; value?: { paperUid: string } }>): Promise<void> {
    const outcome = await work;
    if (outcome.done && outcome.value !== undefined) navigate(`/papers/${outcome.value.paperUid}`);
  }

  return (
    <div className={styles.files}>
      <Sheet
        title="会议通知"
        extra={
          mayEdit && (
            <Button
              type={meeting.notices.length === 0 && meeting.status === 'planned' ? 'primary' : 'default'}
              loading={notice.running}
              onClick={() => void open(notice.run({ uid }))}
            >
              拟会议通知
            </Button>
          )
        }
      >
        <Papers papers={meeting.notices} empty="还没有会议通知。议题和参会单位会自动带入。" />
      </Sheet>
      <Sheet
        title="会议纪要"
        extra={
          mayEdit && (
            <span className={styles.bar}>
              {current !== undefined && (
                <Button loading={refresh.running} onClick={() => void refresh.run({ uid })}>
                  更新出席名单
                </Button>
              )}
              <Button
                type={meeting.status === 'held' ? 'primary' : 'default'}
                loading={minutes.running}
                onClick={() => void open(minutes.run({ uid }))}
              >
                {current === undefined ? '起草纪要' : '打开纪要'}
              </Button>
            </span>
          )
        }
      >
        <Papers papers={meeting.minutes} empty="还没有纪要。议题成为小标题，出席名单取自签到。" />
      </Sheet>
      <Sheet title="议定事项">
        <ResolutionTable
          resolutions={meeting.resolutions}
          empty="在纪要里选中一句话，点“标为议定事项”，定好牵头单位和期限；纪要印发后自动进入督办任务。"
        />
      </Sheet>
    </div>
  );
}

function Papers({ papers, empty }: { papers: readonly MeetingPaper[]; empty: string }) {
  if (papers.length === 0) return <p className={styles.hint}>{empty}</p>;
  return (
    <ul className={styles.papers}>
      {papers.map(({ uid, title, number, status }) => (
        <li key={uid}>
          <Link href={`/papers/${uid}`}>{title}</Link>{' '}
          <span className={styles.hint}>
            {number} {paperStatusNames[status]}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { shortDay } from '#shared/calendar/days.ts';
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { DutyEntry, LogView, ShiftPlace } from '#shared/contract/duty-log.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { PrintLogDialog } from '../dialogs/print-log-dialog.tsx';
import styles from '../duty.module.css';
import { DutyTabs } from '../duty-tabs.tsx';
import { useLogEntry, useLogView, useOpenMatters } from '../use-duty.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { EntryRow } from './entry-row.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';

/** 值班日志: one shift with what came in on it and what was handed down; the open matter beside it. */
export function LogPage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<ShiftPlace | null>(null);
  const [dialog, setDialog] = useState<'add' | 'handOver' | 'print' | null>(null);
  const mayEdit = useRight('editDuty');
  const named = useLogEntry(chosen === null && uid !== undefined ? uid : null).data;
  const place = chosen ?? (named === undefined ? null : { day: named.day, shiftUid: named.shiftUid });
  const view = useLogView(place ?? { day: null, shiftUid: null });
  const open = (entryUid: string | null) =>
    navigate(entryUid === null ? '/duty-log' : `/duty-log/${entryUid}`, { replace: uid !== undefined });

  function go(to: ShiftPlace): void {
    setChosen(to);
    if (uid !== undefined) open(null);
  }

  const shift = view.data?.shift;
  return (
    <PageFrame
      title="值班日志"
      note={shift === undefined ? '' : `${shift.periodName}，${shift.shiftName} ${shift.hours}`}
      actions={
        shift !== undefined && (
          <>
            <Button onClick={() => setDialog('print')}>打印</Button>
            {mayEdit && (
              <>
                <Button onClick={() => setDialog('handOver')}>
                  {shift.handover === null ? '交接班' : '改交接班'}
                </Button>
                <Button type="primary" onClick={() => setDialog('add')}>
                  登记事项
                </Button>
              </>
            )}
          </>
        )
      }
      toolbar={
        <>
          <DutyTabs current="/duty-log" />
          {view.data !== undefined && view.data !== null && <ShiftSteps view={view.data} onGo={go} />}
          {chosen !== null && <Button onClick={() => setChosen(null)}>当前这一班</Button>}
          <OpenMatters onOpen={(entry) => (setChosen(null), open(entry.uid))} />
        </>
      }
      side={uid !== undefined && <EntryPanel key={uid} uid={uid} onClose={() => open(null)} />}
    >
      <QueryView query={view}>
        {(data) =>
          data === null ? <NoShift /> : <ShiftBody view={data} openUid={uid ?? null} onOpen={open} />
        }
      </QueryView>
      {dialog === 'add' && shift !== undefined && (
        <EntryDialog shift={shift} onClose={() => setDialog(null)} />
      )}
      {dialog === 'print' && shift !== undefined && (
        <PrintLogDialog shift={shift} onClose={() => setDialog(null)} />
      )}
      {dialog === 'handOver' && shift !== undefined && (
        <HandOverDialog shift={shift} onClose={() => setDialog(null)} />
      )}
    </PageFrame>
  );
}

function NoShift() {
  const [, navigate] = useLocation();
  return (
    <EmptyState
      text={'这里按班记录来电来文和处理情况，没办完的自动移交下一班。\n先在“值班表”里新增一个值班时段。'}
      action={
        <Button type="primary" onClick={() => navigate('/duty')}>
          去值班表
        </Button>
      }
    />
  );
}

function ShiftSteps({ view, onGo }: { view: LogView; onGo: (to: ShiftPlace) => void }) {
  const { shift, before, next } = view;
  return (
    <>
      <Button
        aria-label="上一班"
        icon={<LeftOutlined aria-hidden />}
        disabled={before === null}
        onClick={() => before !== null && onGo(before)}
      />
      <strong>
        {shortDay(shift.day)} {weekdayName(shift.day)} {shift.shiftName}
      </strong>
      <Button
        aria-label="下一班"
        icon={<RightOutlined aria-hidden />}
        disabled={next === null}
        onClick={() => next !== null && onGo(next)}
      />
    </>
  );
}

/** Everything that is open, of whatever shift. */
function OpenMatters({ onOpen }: { onOpen: (entry: DutyEntry) => void }) {
  const { data = [] } = useOpenMatters();
  const [shown, setShown] = useState(false);
  if (data.length === 0) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={shown}
      onOpenChange={setShown}
      content={
        <div className={styles.openMatters}>
          {data.map((entry) => (
            <EntryRow
              key={entry.uid}
              entry={entry}
              withDay
              isOpen={false}
              onOpen={() => {
                setShown(false);
                onOpen(entry);
              }}
            />
          ))}
        </div>
      }
    >
      <Button>未办结 {data.length} 件</Button>
    </Popover>
  );
}

interface ShiftBodyProps {
  view: LogView;
  openUid: string | null;
  onOpen: (uid: string) => void;
}

function ShiftBody({ view: { shift }, openUid, onOpen }: ShiftBodyProps) {
  const { leaders, officers, entries, handedDown, handover } = shift;
  return (
    <div className={styles.log}>
      <Sheet>
        <div className={styles.head}>
          <span>带班领导：{leaders.join('、') || '未安排'}</span>
          <span>值班人员：{officers.join('、') || '未安排'}</span>
          {handover !== null && (
            <span>
              交接：{handover.handedBy} → {handover.takenBy}，{handover.handedAt}
              {handover.weather === '' ? '' : `，${handover.weather}`}，移交未办结 {handover.openCount} 件
            </span>
          )}
        </div>
        {handover !== null && handover.note !== '' && <p className={styles.hint}>{handover.note}</p>}
      </Sheet>
      {handedDown.length > 0 && (
        <Sheet title={`上一班移交 ${handedDown.length} 件`}>
          {handedDown.map((entry) => (
            <EntryRow
              key={entry.uid}
              entry={entry}
              withDay
              isOpen={entry.uid === openUid}
              onOpen={() => onOpen(entry.uid)}
            />
          ))}
        </Sheet>
      )}
      <Sheet title="本班事项">
        {entries.length === 0 && <p className={styles.grey}>本班还没有登记事项。</p>}
        {entries.map((entry) => (
          <EntryRow
            key={entry.uid}
            entry={entry}
            isOpen={entry.uid === openUid}
            onOpen={() => onOpen(entry.uid)}
          />
        ))}
      </Sheet>
    </div>
  );
}

import { Button, Select, Space } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { shortDay } from '#shared/calendar/days.ts';
import type { DutyPeriodRow, DutyRoster } from '#shared/contract/duty-views.ts';
import { type DutyPlace, periodKindNames, placeKey } from '#shared/rules/duty/model.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { HolidaysDialog } from '../dialogs/holidays-dialog.tsx';
import { PeriodDialog } from '../dialogs/period-dialog.tsx';
import { PrintDialog } from '../dialogs/print-dialog.tsx';
import { ProposeDialog } from '../dialogs/propose-dialog.tsx';
import { SwapDialog } from '../dialogs/swap-dialog.tsx';
import { SwapsDialog } from '../dialogs/swaps-dialog.tsx';
import styles from '../duty.module.css';
import { DutyTabs } from '../duty-tabs.tsx';
import { usePeriods, useRoster } from '../use-duty.ts';
import { CellPanel } from './cell-panel.tsx';
import { RosterSheet } from './roster-sheet.tsx';
import { useAssign } from './use-assign.ts';

/** Pages that reckon workdays lead here for a year that is missing. */
const HOLIDAYS_LINK = /^holidays-(\d{4})$/u;

type Dialog = 'add' | 'edit' | 'holidays' | 'propose' | 'print' | 'swaps';

/** 值班: who is on duty in a period, as a calendar; the open place beside it. */
export function RosterPage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const periods = usePeriods();
  const today = useCurrentDay();
  const mayEdit = useRight('editDuty');
  const [dialog, setDialog] = useState<'add' | 'holidays' | null>(null);
  const chosen = chosenPeriod(periods.data ?? [], uid, today);
  const linkedYear = HOLIDAYS_LINK.exec(uid ?? '')?.[1];
  const linked = linkedYear !== undefined && mayEdit && (
    <HolidaysDialog today={`${linkedYear}-01-01`} onClose={() => navigate('/duty')} />
  );
  if (chosen !== null)
    return (
      <>
        <PeriodPage key={chosen.uid} chosen={chosen} periods={periods.data ?? []} today={today} />
        {linked}
      </>
    );
  return (
    <PageFrame title="值班" toolbar={<DutyTabs current="/duty" />}>
      <QueryView query={periods}>
        {() => (
          <EmptyState
            text={
              '这里按天排 24 小时值班：安保时段、节假日、平时各建一个时段，自动排出均衡的值班表，再拖动调整、办换班、打印。\n先在“人员”里登记带班领导和值班人员。'
            }
            action={
              mayEdit && (
                <Space>
                  <Button type="primary" onClick={() => setDialog('add')}>
                    新增值班时段
                  </Button>
                  <Button onClick={() => setDialog('holidays')}>节假日</Button>
                </Space>
              )
            }
          />
        )}
      </QueryView>
      {dialog === 'add' && <PeriodDialog period={null} onClose={() => setDialog(null)} />}
      {dialog === 'holidays' && <HolidaysDialog today={today} onClose={() => setDialog(null)} />}
      {linked}
    </PageFrame>
  );
}

/** The named one, else that of today, else the next, else the last. */
function chosenPeriod(
  periods: readonly DutyPeriodRow[],
  uid: string | undefined,
  today: string,
): DutyPeriodRow | null {
  return (
    periods.find((period) => period.uid === uid) ??
    periods.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay) ??
    periods.findLast(({ firstDay }) => firstDay > today) ??
    periods[0] ??
    null
  );
}

interface PeriodPageProps {
  chosen: DutyPeriodRow;
  periods: readonly DutyPeriodRow[];
  today: string;
}

const moreItems = [
  { key: 'add', label: '新增值班时段' },
  { key: 'edit', label: '修改这个时段' },
  { key: 'holidays', label: '节假日' },
];

function PeriodPage({ chosen, periods, today }: PeriodPageProps) {
  const [, navigate] = useLocation();
  const query = useRoster(chosen.uid);
  const mayEdit = useRight('editDuty');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const roster = query.data;
  const openSwaps = roster?.swaps.filter(({ state }) => state === 'applied').length ?? 0;
  const broken = [...new Set(roster?.violations.map(({ text }) => text))];
  return (
    <PageFrame
      title="值班"
      note={`${periodKindNames[chosen.kind]}，已排 ${chosen.filled}/${chosen.places}`}
      actions={
        <>
          <Button onClick={() => setDialog('swaps')}>
            {openSwaps === 0 ? '换班记录' : `换班待批 ${openSwaps}`}
          </Button>
          <Button onClick={() => setDialog('print')}>打印和导出</Button>
          {mayEdit && (
            <SplitButton
              primary
              more={moreItems}
              moreLabel="时段和节假日"
              onMore={(key) => setDialog(key as Dialog)}
              onClick={() => setDialog('propose')}
            >
              自动排班
            </SplitButton>
          )}
        </>
      }
      toolbar={
        <>
          <DutyTabs current="/duty" />
          <Select
            aria-label="值班时段"
            className={styles.period ?? ''}
            value={chosen.uid}
            options={periods.map(({ uid, name, firstDay, lastDay }) => ({
              value: uid,
              label: `${name} ${shortDay(firstDay)}至${shortDay(lastDay)}`,
            }))}
            onChange={(uid: string) => navigate(`/duty/${uid}`)}
          />
          {broken.length > 0 && (
            <span className={styles.broken} title={broken.join('\n')}>
              {broken.length} 处与规则不符：{broken.join('；')}
            </span>
          )}
        </>
      }
    >
      <QueryView query={query}>
        {(data) => <RosterBody roster={data} today={today} mayEdit={mayEdit} />}
      </QueryView>
      {dialog === 'add' && (
        <PeriodDialog period={null} onAdded={(uid) => navigate(`/duty/${uid}`)} onClose={close} />
      )}
      {dialog === 'edit' && roster !== undefined && <PeriodDialog period={roster.period} onClose={close} />}
      {dialog === 'holidays' && <HolidaysDialog today={today} onClose={close} />}
      {dialog === 'propose' && roster !== undefined && <ProposeDialog roster={roster} onClose={close} />}
      {dialog === 'print' && roster !== undefined && <PrintDialog roster={roster} onClose={close} />}
      {dialog === 'swaps' && roster !== undefined && <SwapsDialog roster={roster} onClose={close} />}
    </PageFrame>
  );
}

interface RosterBodyProps {
  roster: DutyRoster;
  today: string;
  mayEdit: boolean;
}

function RosterBody({ roster, today, mayEdit }: RosterBodyProps) {
  const assign = useAssign(roster);
  const [open, setOpen] = useState<{ place: DutyPlace; typed: string } | null>(null);
  const [swapping, setSwapping] = useState(false);
  const openKey = open === null ? null : placeKey(open.place);
  const cell = roster.cells.find((each) => placeKey(each) === openKey);

  function close(): void {
    setOpen(null);
    document.querySelector<HTMLElement>(`[data-place="${openKey}"]`)?.focus();
  }

  return (
    <div className={styles.split}>
      <div className={styles.pane}>
        <RosterSheet
          roster={roster}
          today={today}
          openKey={openKey}
          assign={mayEdit ? assign : null}
          onOpen={(place, typed) => setOpen({ place, typed })}
        />
      </div>
      {open !== null && (
        <CellPanel
          key={`${openKey} ${open.typed}`}
          roster={roster}
          place={open.place}
          typed={open.typed}
          assign={mayEdit ? assign : null}
          onSwap={() => setSwapping(true)}
          onClose={close}
        />
      )}
      {swapping && cell !== undefined && (
        <SwapDialog roster={roster} cell={cell} onClose={() => setSwapping(false)} />
      )}
    </div>
  );
}

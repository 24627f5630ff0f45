import { Button, Progress, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { CampaignSchedule } from '#shared/contract/schedules.ts';
import type { DrawingNeed } from '#shared/rules/campaigns/standing.ts';
import { fitPlan, isAnnounced } from '#shared/rules/schedule/fit-plan.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import type { PartProps } from '../campaigns/part-props.ts';
import { boardOf } from './board.ts';
import { Calendar, type Carried } from './calendar.tsx';
import { CountyList } from './county-list.tsx';
import { DrawingHint } from './drawing-hint.tsx';
import { ExportMenu } from './export-menu.tsx';
import { PlacePanel } from './place-panel.tsx';
import { ScheduleStatus } from './schedule-status.tsx';
import styles from './schedules.module.css';
import { SettingsDialog } from './settings-dialog.tsx';
import { TeamsBoard } from './teams-board.tsx';
import { UncoveredPlaces } from './uncovered-places.tsx';
import { useEdit, useSchedule } from './use-schedule.ts';
import { type Solving, useSolving } from './use-solving.ts';

type View = 'calendar' | 'counties' | 'teams';

/** 分组日程 of a campaign: planned by one click, changed by hand, published. */
export function SchedulePart({ campaign, mayEdit }: PartProps) {
  return (
    <QueryView query={useSchedule(campaign.uid)}>
      {(schedule) => (
        <OpenSchedule
          schedule={schedule}
          drawingNeed={campaign.status === 'closed' ? null : campaign.drawingNeed}
          mayEdit={mayEdit}
        />
      )}
    </QueryView>
  );
}

interface OpenScheduleProps {
  schedule: CampaignSchedule;
  drawingNeed: DrawingNeed | null;
  mayEdit: boolean;
}

function OpenSchedule({ schedule, drawingNeed, mayEdit }: OpenScheduleProps) {
  const solving = useSolving(schedule);
  const [view, setView] = useState<View>('calendar');
  const [openId, setOpenId] = useState<string | null>(null);
  const [carried, setCarried] = useState<Carried | null>(null);
  const changeByHand = useEdit(schedule.campaignUid);
  const edit = mayEdit && !solving.isRunning ? changeByHand : null;
  const plan = solving.best?.plan ?? schedule.plan;
  const board = useMemo(
    () => boardOf(schedule, plan ?? fitPlan(schedule.problem, { teams: [], trips: [] })),
    [schedule, plan],
  );

  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Segmented<View>
          aria-label="查看方式"
          value={view}
          onChange={setView}
          options={[
            { value: 'calendar', label: '日历' },
            { value: 'counties', label: '按区县' },
            { value: 'teams', label: '人员和车辆' },
          ]}
        />
        <span className={styles.grey}>
          {schedule.problem.places.length} 处，{schedule.problem.teams.length} 个组，
          {schedule.problem.inspectors.length} 人
        </span>
        {schedule.publishedOn !== null && (
          <span>
            {schedule.publishedOn} 公布
            {board.changes > 0 && <span className={styles.late}>，已公布后的变动 {board.changes} 处</span>}
          </span>
        )}
        <ScheduleActions schedule={schedule} solving={solving} mayEdit={mayEdit} />
      </div>
      {drawingNeed !== null && <DrawingHint campaignUid={schedule.campaignUid} need={drawingNeed} />}
      {solving.isRunning && (
        <div className={styles.solving}>
          <span>{solving.best === null ? '正在排' : '已有方案，继续改进'}</span>
          <Progress status="active" size="small" percent={Math.round(solving.progress * 100)} />
          <Button size="small" disabled={solving.best === null} onClick={solving.stop}>
            到此为止，采用这个方案
          </Button>
        </div>
      )}
      {plan !== null && (
        <ScheduleStatus
          board={board}
          quality={solving.best?.aims ?? schedule.quality}
          isSolving={solving.isRunning}
        />
      )}
      {plan !== null && board.uncovered.length > 0 && (
        <UncoveredPlaces board={board} canEdit={edit !== null} onCarry={setCarried} onOpen={setOpenId} />
      )}
      <div className={styles.withSide}>
        <div className={styles.pane}>
          {plan === null && view !== 'teams' ? (
            <EmptyState
              text={
                '点“排程”，程序按督查对象、人员、请假和车辆排出全部日程，并说明好到什么程度。\n排好以后可以拖动，选中后按 P 固定，再重排；最后公布。'
              }
            />
          ) : (
            <>
              {view === 'calendar' && (
                <Calendar
                  board={board}
                  openId={openId}
                  carried={carried}
                  onCarry={setCarried}
                  edit={edit}
                  onOpen={setOpenId}
                />
              )}
              {view === 'counties' && <CountyList board={board} edit={edit} onOpen={setOpenId} />}
              {view === 'teams' && <TeamsBoard board={board} edit={edit} />}
            </>
          )}
        </div>
        {openId !== null && board.place(openId) !== undefined && (
          <PlacePanel
            key={openId}
            board={board}
            placeId={openId}
            edit={edit}
            onClose={() => setOpenId(null)}
          />
        )}
      </div>
    </div>
  );
}

interface ScheduleActionsProps {
  schedule: CampaignSchedule;
  solving: Solving;
  mayEdit: boolean;
}

function ScheduleActions({ schedule, solving, mayEdit }: ScheduleActionsProps) {
  const mayExport = useRight('export');
  const [isSetting, setIsSetting] = useState(false);
  const { campaignUid, plan, announced, stamp } = schedule;
  const hasNews = plan !== null && !isAnnounced(plan, announced);
  const publish = useOperation(client.schedules.publish, { success: '已公布', undoable: true });
  return (
    <span className={styles.right}>
      {mayExport && <ExportMenu schedule={schedule} />}
      {mayEdit && <Button onClick={() => setIsSetting(true)}>设置</Button>}
      {mayEdit && (
        <Button
          disabled={!hasNews || solving.isRunning}
          loading={publish.running}
          onClick={() => void publish.run({ uid: campaignUid, day: localDay(Date.now()), stamp })}
        >
          {schedule.publishedOn === null ? '公布' : '公布变动'}
        </Button>
      )}
      {mayEdit &&
        (plan === null ? (
          <Button type="primary" loading={solving.isRunning} onClick={() => solving.start(false)}>
            排程
          </Button>
        ) : (
          <SplitButton
            primary
            loading={solving.isRunning}
            more={[{ key: 'anew', label: '全部重排（只保留固定的）' }]}
            moreLabel="别的排法"
            onMore={() => solving.start(false)}
            onClick={() => solving.start(true)}
          >
            重排，尽量少变动
          </SplitButton>
        ))}
      {isSetting && <SettingsDialog schedule={schedule} onClose={() => setIsSetting(false)} />}
    </span>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CountyPlanRow } from '#shared/contract/county-plans.ts';
import type { PlanDetail } from '#shared/contract/plans.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { BOARD_PIXELS, boardColumns } from './board-columns.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import styles from './county-plans.module.css';
import { countyPlanTables } from './words.ts';

const views = ['all', 'owed', 'received', 'problems', 'checked', 'returned'] as const;
type View = (typeof views)[number];
const viewNames: Readonly<Record<View, string>> = {
  all: '全部',
  owed: '未报',
  received: '待核对',
  problems: '有问题',
  checked: '已核对',
  returned: '已退回',
};

function isInView({ state, receivedOn, counts }: CountyPlanRow, view: View): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'owed':
      return state === 'open' || state === 'late';
    case 'problems':
      return receivedOn !== null && counts.problems > 0;
    case 'received':
    case 'checked':
    case 'returned':
      return state === view;
  }
}

/** 各地方案: who has handed in a plan of its own for this one, and how it stands against it. */
export function CountyPlanBoard({ plan }: { plan: PlanDetail }) {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editTasks');
  const mayExport = useRight('export');
  const [view, setView] = useState<View>('all');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsking, setIsAsking] = useState(false);
  const sheet = useStartedJob(client.countyPlans.exportCheck);
  const { data = [], isLoading } = useQuery(
    api.countyPlans.list.queryOptions({ input: { planUid: plan.uid }, meta: { tables: countyPlanTables } }),
  );
  const ask = mayEdit && (
    <Button type={data.length === 0 ? 'primary' : 'default'} onClick={() => setIsAsking(true)}>
      列入报送单位
    </Button>
  );

  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        {chosen.length > 0 ? (
          <ChosenBar uids={chosen} onClear={() => setChosen([])} />
        ) : (
          data.length > 0 && (
            <>
              <Segmented<View>
                aria-label="查看范围"
                value={view}
                onChange={setView}
                options={views.map((each) => ({
                  value: each,
                  label: `${viewNames[each]} ${data.filter((row) => isInView(row, each)).length}`,
                }))}
              />
              <span className={styles.grow} />
              {ask}
              {mayExport && (
                <Button
                  loading={sheet.starting}
                  onClick={() => void sheet.start({ planUid: plan.uid, uids: null })}
                >
                  导出核对表
                </Button>
              )}
            </>
          )
        )}
      </div>
      <div className={styles.fill}>
        <ListTable
          label="各地方案"
          columns={boardColumns}
          rows={data.filter((row) => isInView(row, view))}
          rowKey={({ uid }) => uid}
          loading={isLoading}
          minWidth={BOARD_PIXELS}
          onOpen={({ uid }) => navigate(`/plans/${plan.uid}/reported/${uid}`)}
          {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
          empty={
            data.length === 0 ? (
              <EmptyState
                text={
                  '各县(市、区)、成员单位要按这个方案制定自己的方案的，在这里列入，定好报送期限。\n报来以后登记、录入任务，程序逐项对照：缺了哪项、时限晚了、没有责任单位、指标低了。'
                }
                action={ask}
              />
            ) : (
              <EmptyState text="没有符合条件的单位。" />
            )
          }
        />
      </div>
      {sheet.dialog}
      {isAsking && (
        <AskDialog
          plan={plan}
          asked={data.map(({ organizationUid }) => organizationUid)}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

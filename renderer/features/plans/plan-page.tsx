import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { PlanDetail } from '#shared/contract/plans.ts';
import { CountyPlanBoard } from '#renderer/features/county-plans/index.ts';
import { OpenTask } from '#renderer/features/tasks/index.ts';
import { useRight } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { CellPanel, type OpenCell } from './cell-panel.tsx';
import { GanttView } from './gantt-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PlanExportButton } from './plan-export-button.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { PlanTree } from './plan-tree.tsx';
import { Progress } from './progress.tsx';
import { usePlan } from './use-plans.ts';
import styles from './plans.module.css';

/** One plan: its tree, how far the units are, and its picture over time. */
export function PlanPage() {
  const { uid = '', view = '' } = useParams();
  const plan = usePlan(uid);
  return (
    <QueryView query={plan}>
      {(data) => <OpenPlan key={data.uid} plan={data} first={view} onChanged={() => plan.refetch()} />}
    </QueryView>
  );
}

const views = ['tree', 'matrix', 'gantt', 'reported'] as const;
type View = (typeof views)[number];

function viewOf(name: string): View {
  return views.find((each) => each === name) ?? 'tree';
}

interface OpenPlanProps {
  plan: PlanDetail;
  /** What is shown first, as the address says. */
  first: string;
  /** Fetches it anew. */
  onChanged: () => Promise<unknown>;
}

function OpenPlan({ plan, first, onChanged }: OpenPlanProps) {
  const mayEdit = useRight('editTasks');
  const [view, setView] = useState<View>(() => viewOf(first));
  const [taskUid, setTaskUid] = useState<string | null>(null);
  const [cell, setCell] = useState<OpenCell | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  usePastedTable(mayEdit && pasted === null && view !== 'reported', setPasted);

  return (
    <PageFrame
      title={plan.title}
      note={
        <span className={styles.note}>
          <span>{plan.documentNumber}</span>
          <span>{plan.issuedOn} 印发</span>
          <Progress counts={plan.counts} />
        </span>
      }
      actions={
        <>
          {plan.nodes.length > 0 && <PlanExportButton plan={plan} />}
          {mayEdit && <PlanMenu plan={plan} />}
          {mayEdit && plan.nodes.length > 0 && view !== 'reported' && (
            <Button onClick={() => setPasted('')}>从 Excel 粘贴</Button>
          )}
        </>
      }
      toolbar={
        <Tabs
          size="small"
          className={styles.tabs ?? ''}
          activeKey={view}
          onChange={(key) => {
            setView(viewOf(key));
            setCell(null);
          }}
          items={[
            { key: 'tree', label: '任务分解' },
            { key: 'matrix', label: '单位进度' },
            { key: 'gantt', label: '进度图' },
            { key: 'reported', label: '各地方案' },
          ]}
        />
      }
      side={
        taskUid !== null ? (
          <OpenTask key={taskUid} uid={taskUid} onClose={() => setTaskUid(null)} />
        ) : (
          cell !== null && (
            <CellPanel plan={plan} cell={cell} onOpenTask={setTaskUid} onClose={() => setCell(null)} />
          )
        )
      }
    >
      {view === 'tree' && (
        <PlanTree
          plan={plan}
          mayEdit={mayEdit}
          openTaskUid={taskUid}
          onOpenTask={setTaskUid}
          onChanged={onChanged}
          onPaste={() => setPasted('')}
        />
      )}
      {view === 'matrix' && (
        <MatrixView
          nodes={plan.nodes}
          onOpen={(next) => {
            setTaskUid(null);
            setCell(next);
          }}
        />
      )}
      {view === 'gantt' && <GanttView plan={plan} openTaskUid={taskUid} onOpenTask={setTaskUid} />}
      {view === 'reported' && <CountyPlanBoard plan={plan} />}
      {pasted !== null && <PasteDialog plan={plan} text={pasted} onClose={() => setPasted(null)} />}
    </PageFrame>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { CountyPlanDetail } from '#shared/contract/county-plans.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { CheckTable } from './check-table.tsx';
import { CheckActions } from './check-actions.tsx';
import styles from './county-plans.module.css';
import { ImportDialog } from './import-dialog.tsx';
import { ReceivePanel } from './receive-panel.tsx';
import { TaskDialog, type TaskToEdit } from './task-dialog.tsx';
import { countyPlanTables, lightOf } from './words.ts';

/** One unit's plan beside that of the city: 市方案, 所报方案, 差异. */
export function CountyPlanPage() {
  const { uid = '' } = useParams();
  const plan = useQuery(
    api.countyPlans.get.queryOptions({ input: { uid }, meta: { tables: countyPlanTables } }),
  );
  return <QueryView query={plan}>{(data) => <OpenPlan key={data.uid} plan={data} />}</QueryView>;
}

function OpenPlan({ plan }: { plan: CountyPlanDetail }) {
  const mayEdit = useRight('editTasks');
  // What has not come in is to be entered first.
  const [isEntering, setIsEntering] = useState(plan.receivedOn === null);
  const [editing, setEditing] = useState<TaskToEdit | null>(null);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && importing === null && editing === null, (text) => setImporting({ text }));
  const { expected, answered, problems } = plan.counts;

  return (
    <PageFrame
      title={`${plan.name}实施方案`}
      note={
        <span className={styles.note}>
          <LightTag {...lightOf(plan)} />
          <span>期限 {plan.dueOn}</span>
          {plan.counts.tasks > 0 && (
            <span>
              已对应 {answered}/{expected} 项，{problems === 0 ? '没有问题' : `问题 ${problems} 处`}
            </span>
          )}
        </span>
      }
      actions={<CheckActions plan={plan} mayEdit={mayEdit} onEnter={() => setIsEntering(!isEntering)} />}
      toolbar={
        <>
          <Link href={`/plans/${plan.planUid}/reported`}>对照：{plan.planTitle}</Link>
          <span className={styles.grow} />
          {mayEdit && (
            <>
              <Button onClick={() => setEditing({ task: null, answersUid: null })}>新增任务</Button>
              <Button onClick={() => setImporting({ text: null })}>导入任务</Button>
            </>
          )}
        </>
      }
      side={
        isEntering && (
          <ReceivePanel key={plan.uid} plan={plan} mayEdit={mayEdit} onClose={() => setIsEntering(false)} />
        )
      }
    >
      <CheckTable
        plan={plan}
        mayEdit={mayEdit}
        onEdit={setEditing}
        onImport={() => setImporting({ text: null })}
      />
      {editing !== null && <TaskDialog plan={plan} {...editing} onClose={() => setEditing(null)} />}
      {importing !== null && (
        <ImportDialog plan={plan} text={importing.text} onClose={() => setImporting(null)} />
      )}
    </PageFrame>
  );
}

import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { CountyPlanDetail } from '#shared/contract/county-plans.ts';
import type { CheckLine, CityTask } from '#shared/rules/county-plans/check.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { CheckRow } from './check-row.tsx';
import styles from './county-plans.module.css';
import { ExemptDialog } from './exempt-dialog.tsx';
import type { TaskToEdit } from './task-dialog.tsx';

const views = ['all', 'problems', 'own'] as const;
type View = (typeof views)[number];
const viewNames: Readonly<Record<View, string>> = { all: '全部', problems: '有差异', own: '没有对应' };

function isInView({ city, county, problems, remarks, exempt }: CheckLine, view: View): boolean {
  if (view === 'all') return true;
  if (view === 'problems') return problems.length + remarks.length > 0;
  return city === null || (county.length === 0 && exempt === null);
}

interface CheckTableProps {
  plan: CountyPlanDetail;
  mayEdit: boolean;
  onEdit: (task: TaskToEdit) => void;
  onImport: () => void;
}

/** 市方案 / 所报方案 / 差异, task by task; which task answers which is proposed by words and confirmed here. */
export function CheckTable({ plan, mayEdit, onEdit, onImport }: CheckTableProps) {
  const [view, setView] = useState<View>('all');
  const [exempting, setExempting] = useState<CityTask | null>(null);
  const { proposals } = plan;
  // What the clerk has to decide stands first.
  const isProposed = ({ city, county }: CheckLine): boolean =>
    city === null && proposals.some(({ countyUid }) => countyUid === county[0]?.uid);
  const lines = [...plan.lines.filter(isProposed), ...plan.lines.filter((line) => !isProposed(line))];
  const answer = useOperation(client.countyPlans.answer, {
    success: ({ changed }, { answers }) =>
      answers.every(({ cityUid }) => cityUid === null) ? '已定为自定任务' : `已对应 ${changed} 项任务`,
    undoable: true,
  });
  const concern = useOperation(client.countyPlans.exempt, { success: '已改为涉及', undoable: true });
  if (plan.counts.tasks === 0)
    return (
      <EmptyState
        text={
          '还没有录入这个单位方案里的任务。\n从 Excel 或 WPS 复制任务表，直接在这一页粘贴；也可以导入文件，或逐项新增。'
        }
        action={
          mayEdit && (
            <Button type="primary" onClick={onImport}>
              导入任务
            </Button>
          )
        }
      />
    );
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Segmented<View>
          aria-label="查看范围"
          value={view}
          onChange={setView}
          options={views.map((each) => ({
            value: each,
            label: `${viewNames[each]} ${lines.filter((line) => isInView(line, each)).length}`,
          }))}
        />
        {mayEdit && proposals.length > 0 && (
          <>
            <span className={styles.grey}>按文字找到 {proposals.length} 项可能的对应，请核对“建议”。</span>
            <Button loading={answer.running} onClick={() => void answer.run({ answers: [...proposals] })}>
              全部采用
            </Button>
          </>
        )}
      </div>
      <div className={styles.scroll}>
        <table className={styles.check} aria-label="核对表">
          <thead>
            <tr>
              <th scope="col">市方案任务</th>
              <th scope="col">所报方案任务</th>
              <th scope="col">差异</th>
            </tr>
          </thead>
          <tbody>
            {lines
              .filter((line) => isInView(line, view))
              .map((line) => (
                <CheckRow
                  key={line.city?.uid ?? line.county[0]?.uid}
                  line={line}
                  plan={plan}
                  mayEdit={mayEdit}
                  busy={answer.running || concern.running}
                  onEdit={onEdit}
                  onAnswer={(answers) => void answer.run({ answers })}
                  onExempt={(city, isExempt) => {
                    if (isExempt) setExempting(city);
                    else void concern.run({ uid: plan.uid, taskUid: city.uid, reason: null });
                  }}
                />
              ))}
          </tbody>
        </table>
      </div>
      {exempting !== null && <ExemptDialog plan={plan} task={exempting} onClose={() => setExempting(null)} />}
    </div>
  );
}

import { Button, Select, type TableProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { RandomPlan, RandomPlanLine } from '#shared/contract/random-inspection.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import styles from '../random.module.css';
import { usePlans } from '../use-random.ts';
import { AddPlanDialog } from './add-plan-dialog.tsx';
import { NumbersDialog } from './numbers-dialog.tsx';

/** 年度计划: how many of each class are drawn in each month, against what its ratio asks. */
export function PlansPart({ mayEdit }: { mayEdit: boolean }) {
  const plans = usePlans();
  const [, navigate] = useLocation();
  const { uid } = useParams<{ uid?: string }>();
  const [isAdding, setIsAdding] = useState(false);
  const add = mayEdit && (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      新增计划
    </Button>
  );
  return (
    <QueryView query={plans}>
      {(all) => {
        const plan = all.find((each) => each.uid === uid) ?? all[0];
        return (
          <div className={styles.part}>
            {plan === undefined ? (
              <EmptyState
                text={
                  '这里是年度抽查计划：每个类别按比例或频次算出应抽数，均匀分到各月。\n先在“检查对象名录库”里加入对象，再新增计划。'
                }
                action={add}
              />
            ) : (
              <OpenPlan plan={plan} plans={all} mayEdit={mayEdit} add={add} />
            )}
            {isAdding && (
              <AddPlanDialog
                onDone={(added) => {
                  setIsAdding(false);
                  navigate(`/random-inspection/plans/${added}`);
                }}
                onClose={() => setIsAdding(false)}
              />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

interface OpenPlanProps {
  plan: RandomPlan;
  plans: RandomPlan[];
  mayEdit: boolean;
  add: ReactNode;
}

function OpenPlan({ plan, plans, mayEdit, add }: OpenPlanProps) {
  const [, navigate] = useLocation();
  const [line, setLine] = useState<RandomPlanLine | null>(null);
  const mayExport = useRight('export');
  const spread = useOperation(client.randomInspection.spreadNumbers, {
    success: ({ changes }) =>
      changes.length === 0 ? '已重新计算，各月计划数没有变化' : `已重新分配：${changes.join('；')}`,
    undoable: true,
  });
  const confirm = useConfirm();

  async function spreadAnew(): Promise<void> {
    const isMeant = await confirm({
      title: `重新分配“${plan.title}”？`,
      consequence: `${plan.lines.length} 个类别全年各月的计划数都按现在的对象数重新计算，手工改过的数也会被替换。已经抽取的不受影响，可以撤销。`,
      verb: '重新分配',
    });
    if (isMeant) await spread.run({ uid: plan.uid });
  }
  const remove = useOperation(client.randomInspection.removePlan, {
    success: '已删除抽查计划',
    undoable: true,
  });
  const exported = useStartedJob(client.randomInspection.exportPlan);
  return (
    <>
      <div className={styles.bar}>
        <Select
          aria-label="抽查计划"
          style={{ width: 320 }}
          value={plan.uid}
          options={plans.map(({ uid, title }) => ({ value: uid, label: title }))}
          onChange={(uid) => navigate(`/random-inspection/plans/${uid}`)}
        />
        <span className={styles.hint} style={{ margin: 0 }}>
          抽过的月份写成“已抽/计划”。{mayEdit && '点一行改各月的数。'}
        </span>
        <span className={styles.right}>
          {mayExport && (
            <Button loading={exported.starting} onClick={() => void exported.start({ uid: plan.uid })}>
              导出 Excel
            </Button>
          )}
          {mayEdit && plan.draws === 0 && (
            <Button loading={remove.running} onClick={() => void remove.run({ uid: plan.uid })}>
              删除
            </Button>
          )}
          {mayEdit && (
            <Button loading={spread.running} onClick={() => void spreadAnew()}>
              重新分配
            </Button>
          )}
          {add}
        </span>
      </div>
      <div className={styles.list}>
        <ListTable<RandomPlanLine>
          label={plan.title}
          columns={columnsOf(plan)}
          rows={plan.lines}
          rowKey={({ classUid }) => classUid}
          minWidth={1_080}
          {...(mayEdit ? { onOpen: setLine } : {})}
          empty={<EmptyState text="这个计划里没有类别。" />}
        />
      </div>
      {line !== null && <NumbersDialog plan={plan} line={line} onClose={() => setLine(null)} />}
      {exported.dialog}
    </>
  );
}

function columnsOf(plan: RandomPlan): NonNullable<TableProps<RandomPlanLine>['columns']> {
  return [
    { title: '类别', dataIndex: 'className' },
    { title: '比例、频次', dataIndex: 'frequencyText', width: 120 },
    { title: '对象数', dataIndex: 'sizeNow', width: 68, align: 'right' },
    ...Array.from({ length: 12 }, (_, month) => ({
      title: `${month + 1}月`,
      key: `month ${month}`,
      width: 53,
      align: 'right' as const,
      render: (_value: unknown, { numbers, drawn }: RandomPlanLine) => {
        if (month + 1 < plan.firstMonth) return '';
        const done = drawn[month] ?? 0;
        return done === 0 ? numbers[month] : `${done}/${numbers[month] ?? 0}`;
      },
    })),
    {
      title: '合计',
      key: 'sum',
      width: 64,
      align: 'right',
      render: (_, { numbers }) => numbers.reduce((sum, number) => sum + number, 0),
    },
    {
      title: '核对',
      key: 'shortfall',
      width: 100,
      ellipsis: true,
      render: (_, { shortfall }) =>
        shortfall === null ? '达到要求' : <span className={styles.late}>{shortfall}</span>,
    },
  ];
}

import { Button, Dropdown, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PlanDetail } from '#shared/contract/plans.ts';
import { isOwnTask } from '#shared/rules/plans/own-task.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { EditPlanDialog } from './plan-form-dialog.tsx';

const items = [
  { key: 'edit', label: '修改名称、文号' },
  { key: 'remove', label: '删除方案…', danger: true },
];

export function PlanMenu({ plan }: { plan: PlanDetail }) {
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => setDialog(key === 'edit' ? 'edit' : 'remove') }}
      >
        <Button>更多操作</Button>
      </Dropdown>
      {dialog === 'edit' && <EditPlanDialog plan={plan} onClose={() => setDialog(null)} />}
      {dialog === 'remove' && <RemoveDialog plan={plan} onClose={() => setDialog(null)} />}
    </>
  );
}

/** Asks what becomes of the tasks: they are owed whether the plan is kept here or not. */
function RemoveDialog({ plan, onClose }: { plan: PlanDetail; onClose: () => void }) {
  const [, navigate] = useLocation();
  const [tasks, setTasks] = useState<'keep' | 'remove'>('keep');
  const all = plan.nodes.flatMap(({ task }) => task ?? []);
  const own = all.filter((task) => isOwnTask(plan.uid, task));
  const linked = all.length - own.length;
  const remove = useOperation(client.plans.remove, { success: `已删除“${plan.title}”`, undoable: true });

  async function run(): Promise<void> {
    const outcome = await remove.run({ uid: plan.uid, tasks: own.length === 0 ? 'keep' : tasks });
    if (outcome.done) navigate('/plans');
  }

  return (
    <Modal
      open
      title={`删除“${plan.title}”`}
      okText="删除方案"
      cancelText="取消"
      okButtonProps={{ danger: true }}
      confirmLoading={remove.running}
      mask={{ closable: false }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <p>正在催报各地实施方案的督办任务一并取消，各地所报的方案一起删除。</p>
      {linked > 0 && <p>从“督办任务”加入的 {linked} 项任务仍在“督办任务”里，继续督办。</p>}
      {own.length === 0 ? (
        <p>{linked === 0 && '方案里还没有任务。'}删除后可以撤销。</p>
      ) : (
        <>
          <p>方案里录入的 {own.length} 项任务怎么办？删除后可以撤销。</p>
          <Radio.Group value={tasks} onChange={({ target }) => setTasks(target.value as 'keep' | 'remove')}>
            <Space orientation="vertical">
              <Radio value="keep">任务留在“督办任务”里，继续督办</Radio>
              <Radio value="remove">任务一起删除(只限都还没有办理记录的)</Radio>
            </Space>
          </Radio.Group>
        </>
      )}
    </Modal>
  );
}

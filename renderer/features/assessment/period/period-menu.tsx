import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { JudgesDialog } from '../judges/judges-dialog.tsx';
import { AddGroupDialog } from '../objects/add-group-dialog.tsx';
import { GroupObjects } from '../objects/group-objects.tsx';
import { YearDialog } from '../year/year-dialog.tsx';

/** What is seldom done to an open period: its groups, who is assessed, removing it. */
export function PeriodMenu({ period, groupUid }: { period: PeriodDetail; groupUid: string }) {
  const [, navigate] = useLocation();
  const confirm = useConfirm();
  const mayScore = useRight('score');
  const [dialog, setDialog] = useState<'objects' | 'judges' | 'group' | 'year' | null>(null);
  const removeGroup = useOperation(client.assessment.removeGroup, {
    success: '已删除考核组',
    undoable: true,
  });
  const removePeriod = useOperation(client.assessment.removePeriod, {
    success: '已删除考核期',
    undoable: true,
  });
  const group = period.groups.find(({ uid }) => uid === groupUid);
  if (!mayScore || period.status === 'final' || group === undefined) return null;

  async function askRemoveGroup(name: string): Promise<void> {
    const isSure = await confirm({
      title: `删除考核组“${name}”?`,
      consequence: '组里的评分一起删除；删除后可以撤销。',
      verb: '删除',
    });
    if (isSure) await removeGroup.run({ uid: groupUid });
  }

  async function askRemovePeriod(): Promise<void> {
    const isSure = await confirm({
      title: `删除“${period.title}”?`,
      consequence: `其中 ${period.groupCount} 个考核组、${period.scoredCount} 项评分一起删除；删除后可以撤销。`,
      verb: '删除',
    });
    if (!isSure) return;
    const outcome = await removePeriod.run({ uid: period.uid });
    if (outcome.done) navigate('/assessment');
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'objects', label: '调整被考评单位…', onClick: () => setDialog('objects') },
            { key: 'judges', label: '评委…', onClick: () => setDialog('judges') },
            { key: 'group', label: '新增考核组…', onClick: () => setDialog('group') },
            ...(period.kind === 'year'
              ? [{ key: 'year', label: '由各期合成年度成绩…', onClick: () => setDialog('year') }]
              : []),
            { type: 'divider' },
            {
              key: 'removeGroup',
              label: '删除这个考核组',
              disabled: period.groups.length === 1,
              onClick: () => void askRemoveGroup(group.name),
            },
            { key: 'remove', label: '删除考核期', onClick: () => void askRemovePeriod() },
          ],
        }}
      >
        <Button icon={<MoreOutlined aria-hidden />}>更多</Button>
      </Dropdown>
      {dialog === 'objects' && (
        <GroupObjects
          groupUid={groupUid}
          title={`${group.name}：被考评单位`}
          appliesTo={group.appliesTo}
          day={period.lastDay}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'judges' && <JudgesDialog group={group} onClose={() => setDialog(null)} />}
      {dialog === 'year' && <YearDialog period={period} onClose={() => setDialog(null)} />}
      {dialog === 'group' && <AddGroupDialog period={period} onClose={() => setDialog(null)} />}
    </>
  );
}

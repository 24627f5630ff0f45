import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { ChecklistSummary } from '#shared/contract/checklists.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DuplicateDialog, EditListDialog } from '../dialogs/list-dialog.tsx';

export function ChecklistMenu({ list }: { list: ChecklistSummary }) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'edit' | 'duplicate' | null>(null);
  const { uid, title, retiredOn } = list;
  const retire = useOperation(client.checklists.update, {
    success: (_, { set }) => (set.retiredOn === null ? '已恢复使用' : '已停用，不再供选用'),
    undoable: true,
  });
  const remove = useOperation(client.checklists.remove, { success: `已删除“${title}”`, undoable: true });
  const items: MenuProps['items'] = [
    { key: 'edit', label: '修改名称、依据' },
    { key: 'duplicate', label: '复制成另一份' },
    { type: 'divider' },
    { key: 'retire', label: retiredOn === null ? '停用(以前的检查仍保留)' : '恢复使用' },
    { key: 'remove', label: '删除(录错了)', danger: true },
  ];

  function choose(key: string): void {
    if (key === 'edit' || key === 'duplicate') setDialog(key);
    else if (key === 'retire') {
      const wanted = retiredOn === null ? localDay(Date.now()) : null;
      void retire.run({ uid, base: { retiredOn }, set: { retiredOn: wanted } });
    } else void remove.run({ uid }).then(({ done }) => done && navigate('/checklists'));
  }

  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button>更多操作</Button>
      </Dropdown>
      {dialog === 'edit' && <EditListDialog list={list} onClose={() => setDialog(null)} />}
      {dialog === 'duplicate' && (
        <DuplicateDialog
          list={list}
          onAdded={(copy) => navigate(`/checklists/${copy}`)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

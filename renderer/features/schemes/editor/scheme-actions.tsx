import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { PutInForceDialog } from './put-in-force-dialog.tsx';

type Open = 'putInForce' | 'newVersion' | null;

/** What can be done with the scheme as a whole; the next step is the primary button. */
export function SchemeActions({ scheme, mayEdit }: { scheme: SchemeDetail; mayEdit: boolean }) {
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<Open>(null);
  const confirm = useConfirm();
  const workbook = useStartedJob(client.schemes.exportWorkbook);
  const withdraw = useOperation(client.schemes.withdraw, { success: '已退回草稿，可以修改' });
  const remove = useOperation(client.schemes.remove, {
    success: `已删除“${scheme.title}”`,
    undoable: true,
  });
  const { uid, status, periodCount } = scheme;

  async function takeBack(): Promise<void> {
    const isSure = await confirm({
      title: '把方案退回草稿?',
      consequence: '它不再施行，可以修改；原来被它替代的版本恢复施行。没有考核期受影响。',
      verb: '退回草稿',
    });
    if (isSure) await withdraw.run({ uid });
  }

  async function removeDraft(): Promise<void> {
    const outcome = await remove.run({ uid });
    if (outcome.done) navigate('/schemes');
  }

  const isUnused = status === 'inForce' && periodCount === 0;
  return (
    <>
      {mayEdit && status === 'draft' && (
        <Dropdown
          trigger={['click']}
          menu={{ items: [{ key: 'remove', label: '删除草稿' }], onClick: () => void removeDraft() }}
        >
          <Button>更多</Button>
        </Dropdown>
      )}
      <Button loading={workbook.starting} onClick={() => void workbook.start({ uid })}>
        导出 Excel
      </Button>
      {mayEdit && isUnused && <Button onClick={() => void takeBack()}>退回草稿</Button>}
      {mayEdit && status !== 'draft' && (
        <Button type="primary" onClick={() => setOpen('newVersion')}>
          另起新版本
        </Button>
      )}
      {mayEdit && status === 'draft' && (
        <Button type="primary" onClick={() => setOpen('putInForce')}>
          施行
        </Button>
      )}
      {open === 'putInForce' && <PutInForceDialog scheme={scheme} onClose={() => setOpen(null)} />}
      {open === 'newVersion' && <NewVersionDialog scheme={scheme} onClose={() => setOpen(null)} />}
      {workbook.dialog}
    </>
  );
}

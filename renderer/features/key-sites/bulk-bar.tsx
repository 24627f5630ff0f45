import { Button } from 'antd';
import { useState } from 'react';
import type { KeySite, SiteTerms } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { CloseDialog } from './dialogs/close-dialog.tsx';
import { KindsDialog } from './dialogs/kinds-dialog.tsx';
import styles from './key-sites.module.css';

interface BulkBarProps {
  sites: readonly KeySite[];
  terms: SiteTerms | undefined;
  onMerge: (keep: KeySite, drop: KeySite) => void;
  onClear: () => void;
}

/** Stands in the place of the filters while rows are chosen, so that nothing moves. */
export function BulkBar({ sites, terms, onMerge, onClear }: BulkBarProps) {
  const [dialog, setDialog] = useState<'kinds' | 'close' | null>(null);
  const uids = sites.map(({ uid }) => uid);
  const [first, second] = sites;
  const reopen = useOperation(client.keySites.reopen, {
    success: ({ changed }) => `已恢复 ${changed} 家`,
    undoable: true,
  });
  const remove = useOperation(client.keySites.remove, {
    success: ({ removed }) => `已删除 ${removed} 家`,
    undoable: true,
  });

  async function finish(work: Promise<{ done: boolean }>): Promise<void> {
    if ((await work).done) onClear();
  }
  function done(): void {
    setDialog(null);
    onClear();
  }

  return (
    <div className={styles.bulk} role="toolbar" aria-label="对选中的单位">
      <span>已选 {sites.length} 家</span>
      <Button disabled={terms === undefined} onClick={() => setDialog('kinds')}>
        设置类别
      </Button>
      <Button disabled={sites.some(({ closedOn }) => closedOn !== null)} onClick={() => setDialog('close')}>
        登记退出
      </Button>
      <Button
        disabled={sites.every(({ closedOn }) => closedOn === null)}
        onClick={() => void finish(reopen.run({ uids }))}
      >
        恢复在册
      </Button>
      <Button
        disabled={sites.length !== 2}
        onClick={() => first !== undefined && second !== undefined && onMerge(first, second)}
      >
        合并两家
      </Button>
      <Button danger onClick={() => void finish(remove.run({ uids }))}>
        删除
      </Button>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      {dialog === 'kinds' && terms !== undefined && (
        <KindsDialog sites={sites} kinds={terms.kinds} onDone={done} onClose={() => setDialog(null)} />
      )}
      {dialog === 'close' && <CloseDialog sites={sites} onDone={done} onClose={() => setDialog(null)} />}
    </div>
  );
}

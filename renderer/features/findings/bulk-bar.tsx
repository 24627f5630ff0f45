import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { FindingRow } from '#shared/contract/findings.ts';
import { isOwed } from '#shared/rules/tasks/model.ts';
import { useRight } from '#renderer/app/session.tsx';
import { ProposeButton } from '../deductions/index.ts';
import { CloseDialog } from './dialogs/close-dialog.tsx';
import { ListingDialog } from './dialogs/listing-dialog.tsx';
import { ReinspectDialog } from './dialogs/reinspect-dialog.tsx';
import styles from './findings.module.css';

interface BulkBarProps {
  findings: readonly FindingRow[];
  onDone: () => void;
}

/** What is done to many at once. */
export function BulkBar({ findings, onDone }: BulkBarProps) {
  return (
    <div className={styles.bulk} role="toolbar" aria-label="对选中的问题">
      <span>已选 {findings.length} 处</span>
      <FindingActions findings={findings} onDone={onDone} />
      <ProposeButton tasks={findings.map(({ task }) => task)} onDone={onDone} />
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
    </div>
  );
}

/** The finding's own next steps; those of the task stand with the task. */
export function FindingActions({ findings, onDone }: BulkBarProps) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'reinspect' | 'close' | 'list' | null>(null);
  const mayList = useRight('editPapers');
  const uids = findings.map(({ uid }) => uid);
  const statuses = findings.map(({ task }) => task.status);
  const [first] = findings;
  const isOnePlace = findings.every(({ place }) => place === first?.place);
  const isEnded = statuses.some((status) => status === 'closed' || status === 'cancelled');
  const end = (): void => {
    setDialog(null);
    onDone();
  };

  return (
    <>
      <Button
        type={statuses.every((status) => status === 'reported') ? 'primary' : 'default'}
        disabled={isEnded}
        onClick={() => setDialog('reinspect')}
      >
        登记复查
      </Button>
      {statuses.every((status) => status === 'accepted') && (
        <Button type="primary" onClick={() => setDialog('close')}>
          销号
        </Button>
      )}
      {mayList && (
        <>
          <Button
            disabled={!statuses.every(isOwed)}
            onClick={() => navigate(`/notices/from/${uids.join(',')}`)}
          >
            发督办通知
          </Button>
          <Button disabled={!statuses.every(isOwed) || !isOnePlace} onClick={() => setDialog('list')}>
            挂牌督办
          </Button>
        </>
      )}
      {dialog === 'reinspect' && (
        <ReinspectDialog findings={findings} onDone={end} onClose={() => setDialog(null)} />
      )}
      {dialog === 'close' && <CloseDialog findings={findings} onDone={end} onClose={() => setDialog(null)} />}
      {dialog === 'list' && (
        <ListingDialog findings={findings} onDone={end} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

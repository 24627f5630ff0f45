import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Space } from 'antd';
import { Fragment, useState } from 'react';
import type { ReceivedDetail } from '#shared/contract/received-papers.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { TakeOverButton } from '#renderer/features/library/take-over-button.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { DueTag } from './due-tag.tsx';
import { EntryDialog, type EntryStep } from './entry-dialog.tsx';
import { EntryList } from './entry-list.tsx';
import { HandlingFormDialog } from './handling-form-dialog.tsx';
import { ReceivedTasks } from './instruction-tasks.tsx';
import { MarkAttachmentButton } from './mark-attachment.tsx';
import { ReceivedDialog } from './received-dialog.tsx';
import styles from './received-papers.module.css';
import { receivedTables } from './tables.ts';

/** One received paper beside the list: what it is, what was said of it, who has read it. */
export function ReceivedPanel({ uid, onClose }: { uid: string; onClose: () => void }) {
  const query = useQuery(
    api.receivedPapers.get.queryOptions({ input: { uid }, meta: { tables: receivedTables } }),
  );
  return (
    <SidePanel title={query.data?.title ?? '收文'} width={460} onClose={onClose}>
      <QueryView query={query}>
        {(received) => <ReceivedBody received={received} onRemoved={onClose} />}
      </QueryView>
    </SidePanel>
  );
}

function ReceivedBody({ received, onRemoved }: { received: ReceivedDetail; onRemoved: () => void }) {
  const mayEdit = useRight('editPapers');
  const [step, setStep] = useState<EntryStep | null>(null);
  const [editing, setEditing] = useState(false);
  const [printing, setPrinting] = useState(false);
  const remove = useOperation(client.receivedPapers.remove, { success: '已删除', undoable: true });
  const reopen = useOperation(client.receivedPapers.reopen, { success: '已重新办理', undoable: true });
  const isOpen = received.status === 'open';
  const files = { kind: 'receivedPaper', uid: received.uid };

  return (
    <>
      <Space wrap style={{ marginBottom: 8 }}>
        <DueTag received={received} />
        {mayEdit && isOpen && (
          <Button type="primary" onClick={() => setStep(nextEntry(received))}>
            {stepNames[nextEntry(received)]}
          </Button>
        )}
        {mayEdit && !isOpen && (
          <Button onClick={() => void reopen.run({ uid: received.uid })}>重新办理</Button>
        )}
        {mayEdit && <Button onClick={() => setEditing(true)}>修改</Button>}
        <Button onClick={() => setPrinting(true)}>收文处理单</Button>
        <TakeOverButton paper={received} />
        {mayEdit && (
          <Button
            danger
            onClick={() => void remove.run({ uid: received.uid }).then(({ done }) => done && onRemoved())}
          >
            删除
          </Button>
        )}
      </Space>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'number', label: '收文编号', children: `${received.year}-${received.serial}` },
          { key: 'sender', label: '来文单位', children: received.sender },
          { key: 'their', label: '来文字号', children: received.theirNumber || '—' },
          { key: 'day', label: '收文日期', children: `${received.receivedOn}，${received.copies} 份` },
          { key: 'due', label: '办理期限', children: received.dueOn ?? '—' },
          ...(received.urgency === '' && received.secrecy === ''
            ? []
            : [{ key: 'grade', label: '等级', children: `${received.urgency} ${received.secrecy}`.trim() }]),
          ...(received.note === '' ? [] : [{ key: 'note', label: '备注', children: received.note }]),
          { key: 'by', label: '登记人', children: received.registeredBy },
        ]}
      />
      {(['proposal', 'instruction', 'circulation', 'result'] as const).map((kind) => (
        <Fragment key={kind}>
          <EntryList
            kind={kind}
            received={received}
            mayEdit={mayEdit && isOpen}
            onAdd={() => setStep(kind)}
          />
          {kind === 'instruction' && <ReceivedTasks uid={received.uid} />}
        </Fragment>
      ))}
      <h3 className={styles.part}>
        附件 <MarkAttachmentButton subject={files} />
      </h3>
      <AttachmentList subject={files} label="附件和扫描件" />
      {step !== null && <EntryDialog received={received} step={step} onClose={() => setStep(null)} />}
      {printing && <HandlingFormDialog uid={received.uid} onClose={() => setPrinting(false)} />}
      {editing && (
        <ReceivedDialog
          received={received}
          onSaved={() => setEditing(false)}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

const stepNames: Readonly<Record<EntryStep, string>> = {
  proposal: '填写拟办意见',
  instruction: '登记批示',
  circulation: '送传阅',
  result: '办结',
};

/** 拟办 comes first, then 批示; after that it is to be finished. */
function nextEntry({ entries }: ReceivedDetail): EntryStep {
  if (!entries.some(({ kind }) => kind === 'proposal')) return 'proposal';
  return entries.some(({ kind }) => kind === 'instruction') ? 'result' : 'instruction';
}

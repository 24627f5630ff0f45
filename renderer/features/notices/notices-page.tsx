import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { NoticeFilter, NoticeRow } from '#shared/contract/notices.ts';
import { type NoticeKind, noticeKindNames, noticeKinds } from '#shared/rules/notices/model.ts';
import { needsPressing } from '#shared/rules/notices/notice-state.ts';
import { noticeStateWords } from '#shared/rules/notices/notice-words.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { MarkedText } from '../unreleased/index.ts';
import { BatchExport } from './batch-export.tsx';
import { CreateDialog, type CreateFrom } from './create-dialog.tsx';
import { EarlierDialog } from './earlier-dialog.tsx';
import { LedgerDialog } from './ledger-dialog.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { noticeTables, stateLights } from './words.ts';

type View = NoticeFilter['view'];
const views: { value: View; label: string }[] = [
  { value: 'todo', label: '要处理的' },
  { value: 'drafting', label: '拟制中' },
  { value: 'waiting', label: '等反馈' },
  { value: 'overdue', label: '逾期未反馈' },
  { value: 'all', label: '全部' },
];

const columns: NonNullable<TableProps<NoticeRow>['columns']> = [
  { title: '类别', width: 110, render: (_, { kind }) => noticeKindNames[kind] },
  { title: '文号', key: 'number', dataIndex: 'number', width: 190, ellipsis: true },
  { title: '承办单位', dataIndex: 'unit', width: 170, ellipsis: true },
  {
    title: '状态',
    width: 150,
    render: (_, { state }) => <LightTag light={stateLights[state]} word={noticeStateWords[state]} />,
  },
  { title: '标题', ellipsis: true, render: (_, { uid, title }) => <MarkedText uid={uid} text={title} /> },
  { title: '送达', key: 'sentOn', dataIndex: 'sentOn', width: 110 },
  { title: '反馈期限', key: 'replyDueOn', dataIndex: 'replyDueOn', width: 110 },
];

type Dialog =
  | { kind: 'create'; from: CreateFrom }
  | { kind: 'earlier'; text: string | null }
  | { kind: 'send' | 'sign' | 'ledger' | 'settings' }
  | null;

/** Notices made a moment ago from tasks: they are marked, so that all of them can be signed at once. */
function batchJustMade(): string[] {
  const state: unknown = window.history.state;
  const made =
    typeof state === 'object' && state !== null && 'noticeBatch' in state ? state.noticeBatch : null;
  return Array.isArray(made) ? made.filter((uid) => typeof uid === 'string') : [];
}

/** All supervision notices: made for many units at once, signed, sent, answered, pressed further. */
export function NoticesPage() {
  const [batch] = useState(batchJustMade);
  const [filter, setFilter] = useState<NoticeFilter>({ view: 'todo', kind: null, unitUid: null, text: '' });
  const [keys, setKeys] = useState<string[]>(batch);
  const { uid: openUid = null, taskUids } = useParams<{ uid?: string; taskUids?: string }>();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<Dialog>(() =>
    taskUids === undefined
      ? null
      : { kind: 'create', from: { taskUids: taskUids.split(','), noticeUids: [] } },
  );
  const mayEdit = useRight('editPapers');
  const { data = [], isLoading } = useQuery({
    ...api.notices.list.queryOptions({ input: filter, meta: { tables: noticeTables } }),
    placeholderData: keepPreviousData,
  });
  const chosen = data.filter(({ uid }) => keys.includes(uid));
  const startEmpty: Dialog = { kind: 'create', from: { taskUids: [], noticeUids: [] } };
  const maySign = useRight('signPapers');
  usePastedTable(maySign && dialog === null, (text) => setDialog({ kind: 'earlier', text }));
  const create = maySign ? (
    <SplitButton
      primary
      more={[{ key: 'earlier', label: '导入以前的督办通知' }]}
      moreLabel="导入"
      onMore={() => setDialog({ kind: 'earlier', text: null })}
      onClick={() => setDialog(startEmpty)}
    >
      发督办通知
    </SplitButton>
  ) : (
    <Button type="primary" disabled={!mayEdit} onClick={() => setDialog(startEmpty)}>
      发督办通知
    </Button>
  );
  const setOpenUid = (next: string | null): void => navigate(next === null ? '/notices' : `/notices/${next}`);
  const close = (): void => {
    setDialog(null);
    if (taskUids !== undefined) navigate('/notices');
  };

  function created({ uids }: { uids: string[] }): void {
    setDialog(null);
    setFilter({ ...filter, view: 'todo', text: '' });
    setKeys(uids);
    // From the tasks the list is opened anew, and finds there what was made.
    navigate(`/notices/${uids[0] ?? ''}`, { state: { noticeBatch: uids } });
  }

  return (
    <>
      <ListPage
        title="督办通知"
        unit="份"
        actions={
          <>
            <Button onClick={() => setDialog({ kind: 'settings' })}>设置</Button>
            <Button onClick={() => setDialog({ kind: 'ledger' })}>导出台账</Button>
            <ChosenActions
              chosen={chosen}
              onSign={() => setDialog({ kind: 'sign' })}
              onSend={() => setDialog({ kind: 'send' })}
              onPress={(rows) =>
                setDialog({
                  kind: 'create',
                  from: { taskUids: [], noticeUids: rows.map(({ uid }) => uid) },
                })
              }
            />
            {create}
          </>
        }
        search={{
          text: filter.text,
          onChange: (text) => setFilter({ ...filter, text }),
          placeholder: '单位、标题、文号、拼音',
        }}
        filters={
          <>
            <Segmented<View>
              aria-label="查看方式"
              value={filter.view}
              options={views}
              onChange={(view) => setFilter({ ...filter, view })}
            />
            <Select<NoticeKind | null>
              aria-label="类别"
              style={{ width: 140 }}
              allowClear
              placeholder="全部类别"
              value={filter.kind}
              options={noticeKinds.map((kind) => ({ value: kind, label: noticeKindNames[kind] }))}
              onChange={(kind) => setFilter({ ...filter, kind: kind ?? null })}
            />
          </>
        }
        columns={columns}
        rows={data}
        rowKey={({ uid }) => uid}
        loading={isLoading}
        minWidth={1_080}
        leftOut={['number', 'sentOn', 'replyDueOn']}
        openKey={openUid}
        onOpen={({ uid }) => setOpenUid(uid)}
        {...(mayEdit ? { selection: { keys, onChange: setKeys } } : {})}
        empty={
          <EmptyState
            text={
              filter.view === 'todo' && filter.text === ''
                ? '没有要处理的督办通知。可以在“督办任务”里勾选逾期的任务，一次给几个单位发督办函。'
                : '没有符合条件的督办通知。'
            }
            action={create}
          />
        }
        side={
          openUid !== null && <NoticePanel key={openUid} uid={openUid} onClose={() => setOpenUid(null)} />
        }
      />
      {dialog?.kind === 'create' && <CreateDialog from={dialog.from} onDone={created} onClose={close} />}
      {dialog?.kind === 'sign' && <SignDialog rows={chosen} onClose={close} />}
      {dialog?.kind === 'send' && <SendDialog rows={chosen} onClose={close} />}
      {dialog?.kind === 'earlier' && <EarlierDialog text={dialog.text} onClose={close} />}
      {dialog?.kind === 'ledger' && <LedgerDialog onClose={close} />}
      {dialog?.kind === 'settings' && <SettingsDialog onClose={close} />}
    </>
  );
}

interface ChosenActionsProps {
  chosen: readonly NoticeRow[];
  onSign: () => void;
  onSend: () => void;
  onPress: (rows: readonly NoticeRow[]) => void;
}

/** What can be done to the chosen rows; only what fits all of them is offered. */
function ChosenActions({ chosen, onSign, onSend, onPress }: ChosenActionsProps) {
  const maySign = useRight('signPapers');
  if (chosen.length === 0) return null;
  const all = (fits: (row: NoticeRow) => boolean) => chosen.every(fits);
  const sameKind = all(({ kind }) => kind === chosen[0]?.kind);
  return (
    <>
      {all(({ isEarlier }) => !isEarlier) && <BatchExport rows={chosen} />}
      {maySign && all(({ state }) => state === 'drafting') && (
        <Button onClick={onSign}>签发 {chosen.length} 份</Button>
      )}
      {all(({ issuedOn, state }) => issuedOn !== null && state !== 'void') && (
        <Button onClick={onSend}>登记送达</Button>
      )}
      {sameKind && all(({ state }) => needsPressing(state)) && (
        <Button onClick={() => onPress(chosen)}>再次督办</Button>
      )}
    </>
  );
}

import { Button, type TableProps } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { announcedWord, campaignStatusNames } from '#shared/rules/campaigns/words.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { ImportCampaignsDialog } from './import-campaigns-dialog.tsx';
import { KindsDialog } from './kinds-dialog.tsx';
import { NewCampaignDialog } from './new-campaign-dialog.tsx';
import { useCampaignChoices, useCampaigns } from './use-campaigns.ts';
import { daysText, statusLights } from './words.ts';

/** Of a secret one that is not for this user nothing is counted. */
function countOf(count: (campaign: CampaignSummary) => number) {
  return (_: unknown, campaign: CampaignSummary) =>
    campaign.access === 'public' || campaign.access === 'known' ? count(campaign) : '—';
}

const columns: NonNullable<TableProps<CampaignSummary>['columns']> = [
  { title: '专项督查', dataIndex: 'title', ellipsis: true },
  { title: '类型', width: 100, ellipsis: true, render: (_, { kindName }) => kindName || '—' },
  { title: '起止日期', width: 200, render: (_, campaign) => daysText(campaign) || '—' },
  { title: '方式', width: 64, render: (_, { announced }) => announcedWord(announced) },
  { title: '区县', width: 64, align: 'right', render: countOf(({ countyNames }) => countyNames.length) },
  { title: '对象', width: 72, align: 'right', render: countOf(({ targets }) => targets) },
  { title: '已督查', width: 80, align: 'right', render: countOf(({ visited }) => visited) },
  {
    title: '状态',
    width: 100,
    render: (_, { status }) => <LightTag light={statusLights[status]} word={campaignStatusNames[status]} />,
  },
];

const moreItems = [
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'kinds', label: '督查类型' },
];

type Dialog = { kind: 'add' | 'kinds' } | { kind: 'import'; text: string | null };

/** Campaigns of inspections, those that run first. */
export function CampaignsPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections');
  const [typed, setTyped] = useState('');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  usePastedTable(mayEdit && dialog === null, (pasted) => setDialog({ kind: 'import', text: pasted }));
  const text = useDeferredValue(typed.trim());
  const list = useCampaigns(text);
  const choices = useCampaignChoices();
  const close = () => setDialog(null);

  return (
    <>
      <ListPage
        title="专项督查"
        unit="次督查"
        actions={
          mayEdit && (
            <SplitButton
              primary
              more={moreItems}
              moreLabel="导入、设置"
              onMore={(key) =>
                setDialog(key === 'import' ? { kind: 'import', text: null } : { kind: 'kinds' })
              }
              onClick={() => setDialog({ kind: 'add' })}
            >
              新增督查
            </SplitButton>
          )
        }
        search={{ text: typed, onChange: setTyped }}
        columns={columns}
        rows={list.data ?? []}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={960}
        onOpen={({ uid }) => navigate(`/campaigns/${uid}`)}
        empty={
          text === '' ? (
            <EmptyState
              text={
                '这里列出专项督查：两会、国庆、今冬明春等，何时、到哪些区县、督查哪些对象。\n重点单位可以按类别逐一列入，乡镇、专职消防队等按规则随机抽取，留有记录。'
              }
              action={
                mayEdit && (
                  <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>
                    新增督查
                  </Button>
                )
              }
            />
          ) : (
            <EmptyState text="没有符合条件的督查。" />
          )
        }
      />
      {dialog?.kind === 'add' && choices !== undefined && (
        <NewCampaignDialog
          choices={choices}
          onAdded={(uid, isAnnounced) => navigate(`/campaigns/${uid}${isAnnounced ? '' : '/secrecy'}`)}
          onClose={close}
        />
      )}
      {dialog?.kind === 'import' && <ImportCampaignsDialog text={dialog.text} onClose={close} />}
      {dialog?.kind === 'kinds' && choices !== undefined && (
        <KindsDialog kinds={choices.kinds} onClose={close} />
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { PartnerUnit } from '#shared/contract/partner-units.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { DutyTabs } from '../duty-tabs.tsx';
import { PartnerDialog } from './partner-dialog.tsx';
import { PartnerSettingsDialog } from './partner-settings-dialog.tsx';
import { ImportPartnersDialog } from './import-partners-dialog.tsx';

type Dialog = { kind: 'add' } | { kind: 'import'; text: string | null } | { kind: 'settings' };

const moreItems = [
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'settings', label: '类别和核实期限' },
];
const columns: NonNullable<TableProps<PartnerUnit>['columns']> = [
  { title: '类别', dataIndex: 'kind', width: 80 },
  { title: '单位', dataIndex: 'name', ellipsis: true },
  { title: '值班电话', dataIndex: 'dutyPhone', width: 150, ellipsis: true },
  { title: '联系人', dataIndex: 'contact', width: 90, ellipsis: true },
  { title: '联系人电话', dataIndex: 'contactPhone', width: 140, ellipsis: true },
  {
    title: '核实',
    width: 150,
    render: (_, { isStale, confirmedOn }) => (
      <LightTag
        light={isStale ? 'yellow' : 'green'}
        word={confirmedOn === null ? '没有核实过' : isStale ? `${confirmedOn} 该核实` : confirmedOn}
      />
    ),
  },
];

/** 联动单位通讯录: whom the duty room calls, the phones that have not been confirmed for long marked. */
export function PartnerUnitsPage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const today = useCurrentDay();
  const mayEdit = useRight('editDuty');
  const mayExport = useRight('export');
  const [text, setText] = useState('');
  const [view, setView] = useState<'all' | 'stale'>('all');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const query = useQuery(
    api.partnerUnits.list.queryOptions({ meta: { tables: ['partner_unit', 'setting'] } }),
  );
  const confirm = useOperation(client.partnerUnits.confirm, {
    success: ({ changed }) => `已登记 ${changed} 家核实无误`,
    undoable: true,
  });
  const directory = useStartedJob(client.partnerUnits.exportWorkbook);
  usePastedTable(mayEdit && dialog === null, (pasted) => setDialog({ kind: 'import', text: pasted }));
  const all = query.data?.units ?? [];
  const wanted = text.trim().toLowerCase();
  const rows = all.filter(
    (unit) =>
      (view === 'all' || unit.isStale) &&
      `${unit.name} ${unit.initials} ${unit.kind} ${unit.contact} ${unit.dutyPhone}`.includes(wanted),
  );
  const stale = all.filter((unit) => unit.isStale).length;
  const open = all.find((unit) => unit.uid === uid);
  const close = () => setDialog(null);

  return (
    <>
      <ListPage<PartnerUnit>
        title="联动单位通讯录"
        unit="家单位"
        actions={
          <>
            {chosen.length > 0 && (
              <Button
                onClick={() =>
                  void confirm
                    .run({ uids: [...chosen], day: today })
                    .then(({ done }) => done && setChosen([]))
                }
              >
                所选 {chosen.length} 家核实无误
              </Button>
            )}
            {mayExport && (
              <Button loading={directory.starting} onClick={() => void directory.start()}>
                导出
              </Button>
            )}
            {mayEdit && (
              <SplitButton
                primary
                more={moreItems}
                moreLabel="导入和设置"
                onMore={(key) =>
                  setDialog(key === 'import' ? { kind: 'import', text: null } : { kind: 'settings' })
                }
                onClick={() => setDialog({ kind: 'add' })}
              >
                新增单位
              </SplitButton>
            )}
          </>
        }
        filters={
          <>
            <DutyTabs current="/partner-units" />
            <Input.Search
              allowClear
              aria-label="在联动单位通讯录里查找"
              placeholder="名称或拼音首字母"
              style={{ width: 200 }}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <Segmented<'all' | 'stale'>
              aria-label="看哪些"
              value={view}
              options={[
                { value: 'all', label: `全部 ${all.length}` },
                { value: 'stale', label: `该核实 ${stale}` },
              ]}
              onChange={setView}
            />
          </>
        }
        columns={columns}
        minWidth={900}
        rows={rows}
        rowKey={(unit) => unit.uid}
        loading={query.isLoading}
        openKey={uid ?? null}
        onOpen={(unit) => navigate(`/partner-units/${unit.uid}`)}
        {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        empty={
          <EmptyState
            text={
              all.length > 0
                ? '没有符合条件的单位。'
                : '这里登记公安、医疗、供水、供电、应急等联动单位的值班电话，打印值班表时附在后面。\n可以在 Excel 里复制，直接粘贴到这个页面。'
            }
            action={
              all.length === 0 &&
              mayEdit && (
                <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>
                  新增单位
                </Button>
              )
            }
          />
        }
      />
      {query.data !== undefined && open !== undefined && mayEdit && (
        <PartnerDialog
          key={open.uid}
          unit={open}
          kinds={query.data.settings.kinds}
          onClose={() => navigate('/partner-units')}
        />
      )}
      {query.data !== undefined && dialog?.kind === 'add' && (
        <PartnerDialog unit={null} kinds={query.data.settings.kinds} onClose={close} />
      )}
      {query.data !== undefined && dialog?.kind === 'settings' && (
        <PartnerSettingsDialog settings={query.data.settings} onClose={close} />
      )}
      {dialog?.kind === 'import' && <ImportPartnersDialog text={dialog.text} onClose={close} />}
      {directory.dialog}
    </>
  );
}

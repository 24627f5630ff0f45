import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { BrigadeFilter, BrigadeRow, BrigadeView } from '#shared/contract/brigades.ts';
import {
  brigadeClassNames,
  type Denominator,
  denominatorNames,
  denominators,
} from '#shared/rules/brigades/model.ts';
import { rateText } from '#shared/rules/brigades/rate-text.ts';
import { brigadeStateNames } from '#shared/rules/brigades/state.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { BrigadePanel } from './brigade-panel.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { StandardDialog } from './standard-dialog.tsx';
import { brigadeTables, stateLights } from './words.ts';

const views: { value: BrigadeView; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'built', label: '已执勤' },
  { value: 'building', label: '在建' },
  { value: 'behind', label: '滞后' },
  { value: 'none', label: '未启动' },
];

const columns: NonNullable<TableProps<BrigadeRow>['columns']> = [
  { title: '县(市、区)', dataIndex: 'countyName', width: 110, ellipsis: true },
  { title: '乡镇(街道)', dataIndex: 'name', width: 120, ellipsis: true },
  {
    title: '状态',
    width: 126,
    render: (_, { state }) => <LightTag light={stateLights[state]} word={brigadeStateNames[state]} />,
  },
  {
    title: '类别',
    key: 'class',
    width: 100,
    render: (_, { fields }) => (fields === null ? '' : brigadeClassNames[fields.class]),
  },
  { title: '完成到', key: 'reached', dataIndex: 'reached', width: 90 },
  { title: '人员', key: 'people', width: 64, align: 'right', render: (_, { fields }) => fields?.people },
  { title: '水罐车', key: 'tenders', width: 70, align: 'right', render: (_, { fields }) => fields?.tenders },
  { title: '欠缺和滞后', key: 'remarks', ellipsis: true, render: (_, { remarks }) => remarks.join('，') },
];

/** 专职消防队: stages and strength of each town's brigade, and the rate of building with its denominator. */
export function BrigadesPage() {
  const [filter, setFilter] = useState<BrigadeFilter>({ denominator: 'keyTowns', view: 'all', text: '' });
  const { organizationUid } = useParams<{ organizationUid?: string }>();
  const [, navigate] = useLocation();
  const [setting, setSetting] = useState(false);
  const mayEdit = useRight('editTasks');
  const mayExport = useRight('export');
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && importing === null && !setting, (text) => setImporting({ text }));
  const ledger = useStartedJob(client.brigades.exportLedger);
  const { data, isLoading } = useQuery({
    ...api.brigades.list.queryOptions({ input: filter, meta: { tables: brigadeTables } }),
    placeholderData: keepPreviousData,
  });
  const rows = data?.rows ?? [];
  const open = rows.find((row) => row.organizationUid === organizationUid);

  return (
    <>
      <ListPage
        title="专职消防队"
        count={data === undefined ? '' : rateText(data.rate)}
        actions={
          <>
            {mayEdit && <Button onClick={() => setSetting(true)}>建队标准</Button>}
            {mayEdit && <Button onClick={() => setImporting({ text: null })}>导入台账</Button>}
            {mayExport && (
              <Button loading={ledger.starting} onClick={() => void ledger.start(filter)}>
                导出台账
              </Button>
            )}
            {ledger.dialog}
          </>
        }
        search={{ text: filter.text, onChange: (text) => setFilter({ ...filter, text }) }}
        filters={
          <>
            <Segmented<Denominator>
              aria-label="统计范围"
              value={filter.denominator}
              options={denominators.map((value) => ({ value, label: denominatorNames[value] }))}
              onChange={(denominator) => setFilter({ ...filter, denominator })}
            />
            <Segmented<BrigadeView>
              aria-label="查看范围"
              value={filter.view}
              options={views}
              onChange={(view) => setFilter({ ...filter, view })}
            />
          </>
        }
        columns={columns}
        rows={rows}
        rowKey={(row) => row.organizationUid}
        loading={isLoading}
        minWidth={920}
        leftOut={['class', 'people', 'tenders', 'remarks']}
        openKey={organizationUid ?? null}
        onOpen={(row) => navigate(`/brigades/${row.organizationUid}`)}
        empty={
          <EmptyState
            text={
              filter.view === 'all' && filter.text === ''
                ? '还没有全国重点镇。请在“机构”里给乡镇标上“全国重点镇”，或者改看全部乡镇(街道)。'
                : '没有符合条件的乡镇(街道)。'
            }
          />
        }
        side={
          open !== undefined && (
            <BrigadePanel
              key={open.organizationUid}
              row={open}
              mayEdit={mayEdit}
              onClose={() => navigate('/brigades')}
            />
          )
        }
      />
      {importing !== null && <ImportDialog text={importing.text} onClose={() => setImporting(null)} />}
      {setting && <StandardDialog onClose={() => setSetting(false)} />}
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Segmented, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { PlaceFires } from '#shared/contract/fire-figures.ts';
import { type FireFigures, figureNames, figureStateNames } from '#shared/rules/fire-figures/figures.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import styles from './fire-figures.module.css';
import { FirePanel } from './fire-panel.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { changeOf, doubtsOf, figureText, fireTables } from './words.ts';

type Span = 'month' | 'toDate';
type Columns = NonNullable<TableProps<PlaceFires>['columns']>;

const names: readonly (keyof FireFigures)[] = ['fires', 'deaths', 'injuries', 'loss'];

function columnsOf(span: Span, isOneCounty: boolean): Columns {
  const now = (row: PlaceFires) => (span === 'month' ? row.figures : row.toDate);
  const then = (row: PlaceFires) => (span === 'month' ? row.lastYear : row.toDateLastYear);
  return [
    { title: isOneCounty ? '县(市、区)、乡镇(街道)' : '县(市、区)', dataIndex: 'name', ellipsis: true },
    {
      title: '状态',
      key: 'state',
      width: 78,
      render: (_, row) => {
        const { entry, organizationUid } = row;
        if (organizationUid === null) return '';
        if (entry === null) return '未报';
        return doubtsOf(row).length === 0 ? (
          figureStateNames[entry.state]
        ) : (
          <LightTag light="yellow" word="需核对" />
        );
      },
    },
    ...names.flatMap(
      (name): Columns => [
        {
          title: name === 'loss' ? '损失(万元)' : figureNames[name],
          key: name,
          width: name === 'loss' ? 96 : 58,
          align: 'right',
          render: (_, row) => figureText(now(row), name),
        },
        {
          title: '去年同期',
          key: `${name}Then`,
          width: 78,
          align: 'right',
          render: (_, row) => figureText(then(row), name),
        },
        {
          title: '同比',
          key: `${name}Change`,
          width: 80,
          align: 'right',
          render: (_, row) => changeOf(now(row), then(row), name),
        },
      ],
    ),
  ];
}

const LEFT_OUT = [...names.map((name) => `${name}Then`), ...names.map((name) => `${name}Change`)];

const MOST_NAMED = 4;

function missingText(missing: readonly string[], level: string): string {
  if (missing.length === 0) return `各${level}都已登记`;
  const named = missing.length > MOST_NAMED ? '' : `：${missing.join('、')}`;
  return `还有 ${missing.length} 个${level}没有登记${named}`;
}

/** 火灾数据: the four figures of each county, or of the townships of one, month by month, beside last year's. */
export function FireFiguresPage() {
  const [thisMonth] = useState(() => dayjs().format('YYYY-MM'));
  const { month = thisMonth } = useParams<{ month?: string }>();
  const [, navigate] = useLocation();
  const [span, setSpan] = useState<Span>('month');
  const [countyUid, setCountyUid] = useState<string | null>(null);
  const [openUid, setOpenUid] = useState<string | null>(null);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  const mayEdit = useRight('editTasks');
  usePastedTable(mayEdit && importing === null, (text) => setImporting({ text }));
  const { data, isLoading } = useQuery({
    ...api.fireFigures.month.queryOptions({ input: { month, countyUid }, meta: { tables: fireTables } }),
    placeholderData: keepPreviousData,
  });
  const rows = data?.rows ?? [];
  const missing = data?.missing ?? [];
  const level = countyUid === null ? '县(市、区)' : '乡镇(街道)';
  const open = rows.find((row) => row.organizationUid !== null && row.organizationUid === openUid);

  function showCounty(uid: string | null): void {
    setCountyUid(uid);
    setOpenUid(null);
  }

  return (
    <>
      <ListPage
        title="火灾数据"
        count={missingText(missing, level)}
        actions={mayEdit && <Button onClick={() => setImporting({ text: null })}>导入或粘贴</Button>}
        filters={
          <>
            <DatePicker
              picker="month"
              aria-label="月份"
              allowClear={false}
              value={dayjs(`${month}-01`)}
              disabledDate={(day) => day.isAfter(dayjs(), 'month')}
              onChange={(day) => day !== null && navigate(`/fire-figures/${day.format('YYYY-MM')}`)}
            />
            <div className={styles.county}>
              <OrganizationSelect
                aria-label="看哪个区县的乡镇"
                placeholder="看各乡镇：选区县"
                levels={['county']}
                value={countyUid}
                onChange={showCounty}
              />
            </div>
            <Segmented<Span>
              aria-label="统计时间"
              value={span}
              options={[
                { value: 'month', label: '本月' },
                { value: 'toDate', label: '1月至本月' },
              ]}
              onChange={setSpan}
            />
          </>
        }
        columns={columnsOf(span, countyUid !== null)}
        rows={rows}
        rowKey={({ organizationUid }) => organizationUid ?? 'city'}
        loading={isLoading}
        minWidth={1_138}
        leftOut={LEFT_OUT}
        openKey={openUid}
        onOpen={({ organizationUid }) => setOpenUid(organizationUid)}
        empty={<EmptyState text="还没有县(市、区)。请先在“机构”里建好，再登记火灾数据。" />}
        side={
          open !== undefined && (
            <FirePanel
              key={`${open.organizationUid ?? ''} ${month}`}
              place={open}
              month={month}
              mayEdit={mayEdit}
              onTownships={countyUid === null ? () => showCounty(open.organizationUid) : null}
              onClose={() => setOpenUid(null)}
            />
          )
        }
      />
      {importing !== null && (
        <ImportDialog month={month} text={importing.text} onClose={() => setImporting(null)} />
      )}
    </>
  );
}

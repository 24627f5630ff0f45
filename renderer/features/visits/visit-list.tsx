import { Button, Input, Segmented, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { VisitRow } from '#shared/contract/visits.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { scopeState } from '../findings/index.ts';
import { SheetActions } from './sheets/sheet-actions.tsx';
import { useVisits } from './use-visits.ts';
import styles from './visits.module.css';

type View = 'all' | 'missing' | 'recorded';
const viewNames: Readonly<Record<View, string>> = { all: '全部', missing: '待登记', recorded: '已登记' };
const views = Object.keys(viewNames) as View[];

const columns: NonNullable<TableProps<VisitRow>['columns']> = [
  { title: '对象', dataIndex: 'name', ellipsis: true },
  { title: '县(市、区)', dataIndex: 'countyName', width: 110, ellipsis: true },
  { title: '乡镇(街道)', dataIndex: 'townshipName', width: 120, ellipsis: true },
  { title: '检查日期', width: 112, render: (_, { visitedOn }) => visitedOn ?? '' },
  { title: '检查组', width: 100, ellipsis: true, render: (_, { record }) => record?.team ?? '' },
  {
    title: '检查人员',
    width: 160,
    ellipsis: true,
    render: (_, { record }) => record?.inspectorNames.join('、') ?? '',
  },
  { title: '问题', width: 150, render: (_, { record }) => <Findings record={record} /> },
  { title: '记录', width: 96, render: (_, row) => <State row={row} /> },
];
const LEAST_PIXELS = 1_020;

/** The targets of a campaign; a click opens the record, or begins one. */
export function VisitList({ campaignUid }: { campaignUid: string }) {
  const [, navigate] = useLocation();
  const [view, setView] = useState<View>('all');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const { data = [], isLoading } = useVisits(campaignUid);
  const named = data.filter(({ name, countyName, townshipName }) =>
    [name, countyName, townshipName].some((word) => word.includes(text.trim())),
  );
  const ofView = (wanted: View) => named.filter((row) => isInView(row, wanted));

  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Input.Search
          allowClear
          aria-label="在检查记录里查找"
          placeholder="对象、区县或乡镇"
          style={{ width: 220 }}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Segmented<View>
          aria-label="查看范围"
          value={view}
          options={views.map((value) => ({ value, label: `${viewNames[value]} ${ofView(value).length}` }))}
          onChange={setView}
        />
        <SheetActions
          campaignUid={campaignUid}
          openCount={data.filter(({ record }) => record === null).length}
          chosen={chosen.filter((uid) => data.some(({ targetUid }) => targetUid === uid))}
        />
        <Button
          onClick={() =>
            navigate('/findings/results', { state: scopeState({ campaignUid, from: null, to: null }) })
          }
        >
          问题统计
        </Button>
      </div>
      <div className={styles.list}>
        <ListTable<VisitRow>
          label="检查记录"
          columns={columns}
          minWidth={LEAST_PIXELS}
          rows={ofView(view)}
          rowKey={({ targetUid }) => targetUid}
          loading={isLoading}
          selection={{ keys: chosen, onChange: setChosen }}
          onOpen={({ targetUid }) => navigate(`/visits/${targetUid}`)}
          empty={
            <EmptyState
              text={
                data.length === 0
                  ? '这次督查还没有督查对象，请先在“督查对象”里列入。'
                  : '没有符合条件的对象。'
              }
            />
          }
        />
      </div>
    </div>
  );
}

function isInView({ record }: VisitRow, view: View): boolean {
  return view === 'all' || (record === null) === (view === 'missing');
}

function Findings({ record }: Pick<VisitRow, 'record'>) {
  if (record === null) return null;
  const { findings, open } = record;
  if (findings === 0) return '没有问题';
  return (
    <>
      {findings} 处
      <span className={open > 0 ? styles.late : styles.grey}>
        {open > 0 ? `，${open} 处未销号` : '，都已销号'}
      </span>
    </>
  );
}

function State({ row: { record, visitedOn } }: { row: VisitRow }) {
  if (record !== null) return <LightTag light="green" word="已登记" />;
  return visitedOn === null ? (
    <LightTag light="plain" word="未督查" />
  ) : (
    <LightTag light="yellow" word="待登记" />
  );
}

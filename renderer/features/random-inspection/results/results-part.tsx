import { Button, Input, Segmented, Select, type TableProps } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { RandomTarget, TargetFilter, TargetView } from '#shared/contract/random-results.ts';
import { targetResultNames } from '#shared/rules/random-inspection/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import styles from '../random.module.css';
import { useTargets } from '../use-random.ts';
import { resultLights, targetViewNames } from '../words.ts';
import { ResultDialog } from './result-dialog.tsx';

const columns: NonNullable<TableProps<RandomTarget>['columns']> = [
  { title: '月份', dataIndex: 'month', width: 84 },
  { title: '类别', key: 'class', dataIndex: 'className', width: 170, ellipsis: true },
  { title: '检查对象', dataIndex: 'name', ellipsis: true },
  { title: '所在地', key: 'place', dataIndex: 'place', width: 150, ellipsis: true },
  {
    title: '检查人员',
    key: 'inspectors',
    width: 140,
    ellipsis: true,
    render: (_, { inspectors }) => inspectors.map(({ name }) => name).join('、'),
  },
  {
    title: '结果',
    width: 150,
    render: (_, { result, overdueDays }) => {
      if (result !== null) return <LightTag light={resultLights[result]} word={targetResultNames[result]} />;
      if (overdueDays > 0) return <LightTag light="red" word={`逾期 ${overdueDays} 天`} />;
      return <LightTag light="plain" word="待检查" />;
    },
  },
  { title: '检查日期', key: 'day', dataIndex: 'inspectedOn', width: 110 },
  {
    title: '问题隐患',
    key: 'finding',
    width: 84,
    render: (_, { findingUid }) =>
      findingUid !== null && (
        <Link href={`/findings/${findingUid}`} onClick={(event) => event.stopPropagation()}>
          查看
        </Link>
      ),
  },
];

/** 检查结果: what was drawn, and what was found there. */
export function ResultsPart({ mayEdit }: { mayEdit: boolean }) {
  const { uid: month } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const [view, setView] = useState<TargetView>('all');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<RandomTarget | null>(null);
  const filter: TargetFilter = { month: month ?? null, view, text };
  const { data, isLoading } = useTargets(filter);
  const rows = data?.rows ?? [];
  const clean = useOperation(client.randomInspection.setClean, {
    success: ({ changed }) => `${changed} 个对象登记为未发现问题`,
    undoable: true,
  });

  async function setClean(): Promise<void> {
    const outcome = await clean.run({ uids: [...chosen], day: localDay(Date.now()) });
    if (outcome.done) setChosen([]);
  }

  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Input.Search
          allowClear
          aria-label="在抽查结果里查找"
          placeholder="名称、首字母或检查人员"
          className={styles.search ?? ''}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Select
          aria-label="月份"
          style={{ width: 130 }}
          value={month ?? ''}
          options={[
            { value: '', label: '全部月份' },
            ...(data?.months ?? []).map((each) => ({ value: each, label: each })),
          ]}
          onChange={(value) => navigate(`/random-inspection/results${value === '' ? '' : `/${value}`}`)}
        />
        <Segmented<TargetView>
          aria-label="查看范围"
          value={view}
          onChange={setView}
          options={(['all', 'open', 'overdue', 'done', 'problems'] as const).map((value) => ({
            value,
            label: `${targetViewNames[value]} ${data?.views[value] ?? ''}`,
          }))}
        />
        <span className={styles.right}>
          {data !== undefined && data.total > rows.length && `显示 ${rows.length} 个，共 ${data.total} 个`}
          {chosen.length > 0 && (
            <Button type="primary" loading={clean.running} onClick={() => void setClean()}>
              选中的 {chosen.length} 个今天检查，未发现问题
            </Button>
          )}
        </span>
      </div>
      <div className={styles.list}>
        <ListTable<RandomTarget>
          label="双随机抽查结果"
          columns={columns}
          rows={rows}
          rowKey={({ uid }) => uid}
          loading={isLoading}
          minWidth={1_080}
          {...(mayEdit ? { onOpen: setOpen, selection: { keys: chosen, onChange: setChosen } } : {})}
          empty={
            <EmptyState
              text={
                view === 'all' && text === ''
                  ? '抽取以后，抽出的对象列在这里，检查后点开登记结果。'
                  : '没有符合条件的对象。'
              }
            />
          }
        />
      </div>
      {open !== null && <ResultDialog target={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

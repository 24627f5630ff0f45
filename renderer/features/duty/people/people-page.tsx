import { Alert, Input, InputNumber, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { shortDay } from '#shared/calendar/days.ts';
import type { CountedPerson } from '#shared/contract/duty-views.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { DutyTabs } from '../duty-tabs.tsx';
import { useDutyPeople } from '../use-duty.ts';
import { totalOf } from '../words.ts';
import { ImportPeopleDialog } from './import-people-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonPanel } from './person-panel.tsx';

const LEAST_YEAR = 2000;
const MOST_YEAR = 2100;
const moreItems = [{ key: 'import', label: '从 Excel 导入或粘贴' }];

type Dialog = { kind: 'add' } | { kind: 'import'; text: string | null };

/** 人员: who takes duty, leave, and how often each has had it in a year. */
export function PeoplePage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const today = useCurrentDay();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [text, setText] = useState('');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const mayEdit = useRight('editDuty');
  usePastedTable(mayEdit && dialog === null, (pasted) => setDialog({ kind: 'import', text: pasted }));
  const query = useDutyPeople(year);
  const wanted = text.trim().toLowerCase();
  const all = query.data?.people ?? [];
  const rows = all.filter(({ name, initials, unit, post }) =>
    `${name} ${initials} ${unit}${post}`.includes(wanted),
  );
  const open = all.find((person) => person.uid === uid);
  const close = (): void => setDialog(null);
  const add = mayEdit && (
    <SplitButton
      primary
      more={moreItems}
      moreLabel="导入"
      onMore={() => setDialog({ kind: 'import', text: null })}
      onClick={() => setDialog({ kind: 'add' })}
    >
      添加人员
    </SplitButton>
  );
  return (
    <>
      <ListPage<CountedPerson>
        title="值班人员"
        unit="人"
        actions={add}
        filters={
          <>
            <DutyTabs current="/duty-people" />
            <Input.Search
              allowClear
              aria-label="在值班人员里查找"
              placeholder="姓名或拼音首字母"
              style={{ width: 200 }}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <InputNumber
              aria-label="统计哪一年"
              style={{ width: 110 }}
              min={LEAST_YEAR}
              max={MOST_YEAR}
              suffix="年"
              value={year}
              onChange={(value) => value !== null && setYear(value)}
            />
            {query.data?.holidaysKnown === false && (
              <Alert
                type="info"
                title={
                  <>
                    {year} 年的节假日还没有录入，放假那几天先按平时算。
                    <Link to={`/duty/holidays-${year}`}>录入</Link>
                  </>
                }
              />
            )}
          </>
        }
        columns={columnsOf(today, open !== undefined)}
        minWidth={open === undefined ? 900 : 620}
        rows={rows}
        rowKey={(person) => person.uid}
        loading={query.isLoading}
        openKey={uid ?? null}
        onOpen={(person) => navigate(`/duty-people/${person.uid}`)}
        empty={
          <EmptyState
            text={
              wanted === ''
                ? '这里登记带班领导和值班人员，可以从名册里选，也可以直接填写。\n每人全年的节假日、周末、工作日次数自动统计。'
                : '没有符合条件的人员。'
            }
            action={wanted === '' && add}
          />
        }
        side={
          open !== undefined && (
            <PersonPanel key={open.uid} person={open} onClose={() => navigate('/duty-people')} />
          )
        }
      />
      {dialog?.kind === 'add' && <PersonDialog person={null} onClose={close} />}
      {dialog?.kind === 'import' && <ImportPeopleDialog text={dialog.text} onClose={close} />}
    </>
  );
}

function columnsOf(today: string, isNarrow: boolean): NonNullable<TableProps<CountedPerson>['columns']> {
  const post = {
    title: '单位和职务',
    ellipsis: true,
    render: (_: unknown, row: CountedPerson) => `${row.unit}${row.post}`,
  };
  return [
    { title: '姓名', dataIndex: 'name', width: 110 },
    {
      title: '岗位',
      width: 120,
      render: (_, { canLead, canServe }) =>
        [canLead && '带班', canServe && '值班'].filter(Boolean).join('、'),
    },
    ...(isNarrow ? [] : [post, { title: '电话', dataIndex: 'phone', width: 130, ellipsis: true }]),
    { title: '节假日', width: 76, align: 'right', render: (_, { counts }) => counts.holiday },
    { title: '周末', width: 66, align: 'right', render: (_, { counts }) => counts.weekend },
    { title: '工作日', width: 76, align: 'right', render: (_, { counts }) => counts.weekday },
    { title: '合计', width: 66, align: 'right', render: (_, { counts }) => totalOf(counts) },
    { title: '', width: 170, render: (_, row) => <State person={row} today={today} /> },
  ];
}

function State({ person: { lastDay, leaves }, today }: { person: CountedPerson; today: string }) {
  if (lastDay !== null) return <Tag>{lastDay < today ? '不再值班' : `值到 ${shortDay(lastDay)}`}</Tag>;
  const leave = leaves.find((each) => each.lastDay >= today);
  if (leave === undefined) return null;
  return (
    <Tag color="gold">
      请假 {shortDay(leave.firstDay)}至{shortDay(leave.lastDay)}
    </Tag>
  );
}

import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { addDays, shortDay } from '#shared/calendar/days.ts';
import type { DailyReport, DailyReports } from '#shared/contract/duty-log.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { ReportDialog } from './dialogs/report-dialog.tsx';
import { DutyTabs } from './duty-tabs.tsx';
import { useReports } from './use-duty.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/u;
const OWN = 'own';

function keyOf({ organizationUid }: DailyReport): string {
  return organizationUid ?? OWN;
}

/** 每日报告: who has reported on a day, 零报告 included, and who is overdue. */
export function ReportsPage() {
  const { day: named } = useParams<{ day?: string }>();
  const [, navigate] = useLocation();
  const today = useCurrentDay();
  const day = named !== undefined && isDay.test(named) ? named : today;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reporting, setReporting] = useState<DailyReport[] | null>(null);
  const mayEdit = useRight('editDuty');
  const query = useReports(day);
  const data = query.data ?? null;
  const rows = data?.rows ?? [];
  const missing = rows.filter(({ report }) => report === null);
  const go = (to: string) => {
    setChosen([]);
    navigate(`/duty-reports/${to}`, { replace: true });
  };

  return (
    <>
      <ListPage<DailyReport>
        title="每日报告"
        unit="家"
        actions={
          mayEdit &&
          rows.length > 0 && (
            <>
              {chosen.length > 0 && (
                <Button onClick={() => setReporting(rows.filter((row) => chosen.includes(keyOf(row))))}>
                  登记所选 {chosen.length} 家
                </Button>
              )}
              {missing.length > 0 && (
                <Button type="primary" onClick={() => setReporting(missing)}>
                  登记未报的 {missing.length} 家
                </Button>
              )}
            </>
          )
        }
        filters={
          <>
            <DutyTabs current="/duty-reports" />
            <Button
              aria-label="前一天"
              icon={<LeftOutlined aria-hidden />}
              onClick={() => go(addDays(day, -1))}
            />
            <DayField label="日期" value={day} onChange={(to) => go(to ?? today)} />
            <Button
              aria-label="后一天"
              icon={<RightOutlined aria-hidden />}
              onClick={() => go(addDays(day, 1))}
            />
            <span>{data !== null && `${weekdayName(day)}，${data.periodName}，每天 ${data.due} 前报`}</span>
          </>
        }
        columns={columnsOf(data, mayEdit, (row) => setReporting([row]))}
        minWidth={860}
        rows={rows}
        rowKey={keyOf}
        loading={query.isLoading}
        {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        empty={
          <EmptyState
            text={`${shortDay(day)}不要求每日报告。\n在“值班表”的时段里填写每日报告时间和报告单位，这里就逐日列出谁报了、谁没报，零报告也登记在这里。`}
          />
        }
      />
      {reporting !== null && (
        <ReportDialog
          day={day}
          rows={reporting}
          onClose={() => {
            setReporting(null);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}

function columnsOf(
  data: DailyReports | null,
  mayEdit: boolean,
  onReport: (row: DailyReport) => void,
): NonNullable<TableProps<DailyReport>['columns']> {
  return [
    { title: '单位', dataIndex: 'name', width: 200, ellipsis: true },
    {
      title: '状态',
      width: 110,
      render: (_, { report }) => {
        if (report !== null)
          return report.reportedAt > (data?.due ?? '') ? (
            <LightTag light="yellow" word="迟报" />
          ) : (
            <LightTag light="green" word="已报" />
          );
        return data?.isPast === true ? (
          <LightTag light="red" word="逾期" />
        ) : (
          <LightTag light="plain" word="未报" />
        );
      },
    },
    { title: '时间', width: 80, render: (_, { report }) => report?.reportedAt },
    {
      title: '内容',
      ellipsis: true,
      render: (_, { report }) => {
        if (report === null) return null;
        return report.isNothing ? ['零报告', report.text].filter(Boolean).join('，') : report.text;
      },
    },
    { title: '报告人', width: 100, render: (_, { report }) => report?.reporter },
    ...(mayEdit
      ? [
          {
            title: '',
            width: 150,
            render: (_: unknown, row: DailyReport) => <RowActions row={row} onReport={() => onReport(row)} />,
          },
        ]
      : []),
  ];
}

function RowActions({ row, onReport }: { row: DailyReport; onReport: () => void }) {
  const remove = useOperation(client.dutyLog.removeReport, { success: '已删除这份报告', undoable: true });
  const { report } = row;
  return (
    <>
      <Button size="small" type="link" onClick={onReport}>
        {report === null ? '登记' : '修改'}
      </Button>
      {report !== null && (
        <Button size="small" type="link" danger onClick={() => void remove.run({ uid: report.uid })}>
          删除
        </Button>
      )}
    </>
  );
}

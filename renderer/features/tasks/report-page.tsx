import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { withheldRemarks } from '#shared/rules/campaigns/words.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { MonthlyReport, ReportChoice } from '#shared/contract/tasks.ts';
import { taskKindNames, taskKinds } from '#shared/rules/tasks/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { useRemembered, yesOrNo } from '#renderer/ui/remembered.ts';
import { reportColumns, unitLines } from './report-table.tsx';
import { taskTables } from './use-tasks.ts';

const kindOptions = taskKinds.map((kind) => ({ value: kind, label: taskKindNames[kind] }));

const supportingCounted = yesOrNo('tasks.reportSupporting', false);

/** 本月通报: what each unit owed in a month, as a table, a workbook or a draft paper. */
export function ReportPage() {
  const [filter, setFilter] = useState<ReportFilter>(() => ({
    month: localDay(Date.now()).slice(0, 7),
    kind: null,
    sourceText: null,
  }));
  const [supporting, setSupporting] = useRemembered(supportingCounted);
  const choice = { ...filter, supporting };
  const { data, isLoading } = useQuery(
    api.tasks.monthlyReport.queryOptions({
      input: choice,
      placeholderData: keepPreviousData,
      meta: { tables: [...taskTables, 'organization'] },
    }),
  );
  return (
    <PageFrame
      title="督办通报"
      note={noteOf(data)}
      actions={<ReportActions choice={choice} isEmpty={data === undefined || data.taskCount === 0} />}
      toolbar={
        <>
          <ReportFilters choice={filter} sources={data?.sources ?? []} onChange={setFilter} />
          <Checkbox checked={supporting} onChange={({ target }) => setSupporting(target.checked)}>
            也算配合单位
          </Checkbox>
        </>
      }
    >
      <ListTable
        label="各单位完成情况"
        columns={reportColumns(data !== undefined && data.supportingTotals !== null)}
        minWidth={1_000}
        rows={data?.units ?? []}
        rowKey={({ unitUid, role }) => `${role} ${unitUid ?? ''}`}
        loading={isLoading}
        expandable={{
          expandRowByClick: true,
          expandedRowRender: unitLines,
        }}
        empty={<EmptyState text="这个月没有应办结的督办任务。换一个月份，或者不限类别和来源再看。" />}
      />
    </PageFrame>
  );
}

function noteOf(report: MonthlyReport | undefined): string {
  if (report === undefined) return '';
  const { taskCount, asOf, totals, supportingTotals, withheld } = report;
  const { inTime, late, overdue, notYetDue, pressed } = totals;
  return `截至 ${asOf}：应办结 ${taskCount} 项；按时完成 ${inTime}，逾期完成 ${late}，逾期未完成 ${overdue}，尚未到期 ${notYetDue}；催办 ${pressed} 次${supportingNote(supportingTotals)}${withheldNote(withheld)}`;
}

function withheldNote(count: number): string {
  return withheldRemarks(count, '项任务')
    .map((remark) => `；${remark}`)
    .join('');
}

function supportingNote(totals: MonthlyReport['supportingTotals']): string {
  if (totals === null) return '';
  return `；另计配合 ${totals.owed} 项次，逾期未完成 ${totals.overdue}`;
}

type ReportFilter = Omit<ReportChoice, 'supporting'>;

interface ReportFiltersProps {
  choice: ReportFilter;
  sources: MonthlyReport['sources'];
  onChange: (choice: ReportFilter) => void;
}

function ReportFilters({ choice, sources, onChange }: ReportFiltersProps) {
  return (
    <>
      <DatePicker
        picker="month"
        aria-label="月份"
        allowClear={false}
        value={dayjs(`${choice.month}-01`)}
        onChange={(month) =>
          month !== null && onChange({ ...choice, month: month.format('YYYY-MM'), sourceText: null })
        }
      />
      <Select
        allowClear
        aria-label="按类别"
        placeholder="按类别"
        value={choice.kind}
        options={kindOptions}
        style={{ width: 120 }}
        onChange={(kind) => onChange({ ...choice, kind: kind ?? null })}
      />
      <Select
        allowClear
        showSearch
        aria-label="按来源"
        placeholder="按来源：会议纪要、方案、公文"
        value={choice.sourceText}
        options={sources.map((source) => ({ value: source, label: source }))}
        style={{ width: 320 }}
        notFoundContent="这个月的任务没有登记来源"
        onChange={(sourceText) => onChange({ ...choice, sourceText: sourceText ?? null })}
      />
    </>
  );
}

/** The workbook, and the draft of the circular. */
function ReportActions({ choice, isEmpty }: { choice: ReportChoice; isEmpty: boolean }) {
  const [, navigate] = useLocation();
  const mayWrite = useRight('editPapers');
  const mayExport = useRight('export');
  const workbook = useStartedJob(client.tasks.exportMonthlyReport);
  const draft = useOperation(client.tasks.draftMonthlyReport, { success: '已拟制通报', undoable: true });

  async function runDraft(): Promise<void> {
    const outcome = await draft.run(choice);
    if (outcome.done) navigate(`/papers/${outcome.value.paperUid}`);
  }

  return (
    <>
      {mayExport && (
        <Button disabled={isEmpty} loading={workbook.starting} onClick={() => void workbook.start(choice)}>
          导出 Excel
        </Button>
      )}
      {mayWrite && (
        <Button type="primary" disabled={isEmpty} loading={draft.running} onClick={() => void runDraft()}>
          拟通报
        </Button>
      )}
      {workbook.dialog}
    </>
  );
}

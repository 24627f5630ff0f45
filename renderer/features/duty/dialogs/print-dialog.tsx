import { shortDay } from '#shared/calendar/days.ts';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DutyRoster } from '#shared/contract/duty-views.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import styles from '../duty.module.css';
import { weeksOf } from '../roster/weeks.ts';
import { useDutySheet, usePeriodPapers } from '../use-duty.ts';

interface Days {
  from: string | null;
  to: string | null;
}

/** What is to be printed, the whole period or one of its weeks, or written as a workbook. */
export function PrintDialog({ roster, onClose }: { roster: DutyRoster; onClose: () => void }) {
  const { period } = roster;
  const [days, setDays] = useState<Days | null>(null);
  const [week, setWeek] = useState(-1);
  const workbook = useStartedJob(client.duty.exportRoster);
  const mayDraft = useRight('editPapers');
  const [, navigate] = useLocation();
  const { data: papers = [] } = usePeriodPapers(period.uid);
  const draft = useOperation(client.duty.draftNotice, { success: '已拟值班通知', undoable: true });
  const weeks = weeksOf(period).map((each) => clipped(each, period));

  async function draftNotice(): Promise<void> {
    const outcome = await draft.run({ uid: period.uid });
    if (outcome.done) navigate(`/papers/${outcome.value.paperUid}`);
  }

  if (days !== null) return <SheetDialog uid={period.uid} days={days} onClose={() => setDays(null)} />;
  return (
    <Modal
      open
      width={520}
      title={`打印和导出：${period.name}`}
      onCancel={onClose}
      footer={
        <>
          {mayDraft && (
            <Button loading={draft.running} onClick={() => void draftNotice()}>
              拟值班通知
            </Button>
          )}
          <Button loading={workbook.starting} onClick={() => void workbook.start({ uid: period.uid })}>
            导出 Excel
          </Button>
          <Button type="primary" onClick={() => setDays(weeks[week] ?? { from: null, to: null })}>
            看值班表
          </Button>
        </>
      }
    >
      <p className={styles.hint}>值班表上有换班说明和联动单位电话，可以打印、存成 PDF 或 Word。</p>
      <Select
        aria-label="打印哪些天"
        style={{ width: '100%' }}
        value={week}
        options={[
          { value: -1, label: '整个时段' },
          ...weeks.map(({ from, to }, value) => ({
            value,
            label: `第 ${value + 1} 周：${shortDay(from)}至${shortDay(to)}`,
          })),
        ]}
        onChange={setWeek}
      />
      {papers.map(({ uid, title, number }) => (
        <p key={uid} className={styles.hint}>
          已拟通知：<Link href={`/papers/${uid}`}>{`${number} ${title}`.trim()}</Link>
        </p>
      ))}
      {workbook.dialog}
    </Modal>
  );
}

function clipped(
  week: readonly string[],
  { firstDay, lastDay }: DutyRoster['period'],
): { from: string; to: string } {
  const [first = firstDay, last = lastDay] = [week[0], week.at(-1)];
  return { from: first < firstDay ? firstDay : first, to: last > lastDay ? lastDay : last };
}

function SheetDialog({ uid, days, onClose }: { uid: string; days: Days; onClose: () => void }) {
  const form = useDutySheet({ uid, ...days });
  const write = useFormWriter(client.duty.writeSheet, (format) => ({ uid, ...days, format }));

  return <FormPreview title="值班表" form={form} write={write} onClose={onClose} />;
}

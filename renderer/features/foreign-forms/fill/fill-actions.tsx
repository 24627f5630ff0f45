import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { FilledPreview, ForeignFormDetail } from '#shared/contract/foreign-forms.ts';
import { lastDayOfMonth, localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { usePeriods } from '../use-forms.ts';
import { PreviewDialog } from './preview-dialog.tsx';

interface FillActionsProps {
  form: ForeignFormDetail;
  /** Hears which assessment period is meant: its schemes have the indicators that are offered. */
  onPeriod: (uid: string | null) => void;
}

interface Time {
  from: string;
  to: string;
  periodUid: string | null;
}

const OWN_DAYS = 'days';

/** For which time the form is filled, a look at it, and the file. */
export function FillActions({ form, onPeriod }: FillActionsProps) {
  const periods = usePeriods().data;
  const [chosen, setChosen] = useState<Time | null>(null);
  const [previewJob, setPreviewJob] = useState<string | null>(null);
  const [preview, setPreview] = useState<FilledPreview | null>(null);
  const start = useOperation(client.foreignForms.preview, { isSave: false, repeat: false });
  const fill = useStartedJob(client.foreignForms.fillIn);
  const [latest] = periods ?? [];
  const usual: Time =
    latest === undefined ? thisMonth() : { from: latest.firstDay, to: latest.lastDay, periodUid: latest.uid };
  const time = chosen ?? usual;
  const isEmpty = form.pointed === 0;
  useEffect(() => onPeriod(time.periodUid), [onPeriod, time.periodUid]);

  function choose(value: string): void {
    const period = periods?.find(({ uid }) => uid === value);
    setChosen(
      period === undefined
        ? { ...time, periodUid: null }
        : { from: period.firstDay, to: period.lastDay, periodUid: period.uid },
    );
  }

  async function look(): Promise<void> {
    const outcome = await start.run({ uid: form.uid, ...time });
    if (outcome.done) setPreviewJob(outcome.value.jobUid);
  }

  return (
    <>
      <Select
        aria-label="统计时间"
        style={{ width: 290 }}
        value={time.periodUid ?? OWN_DAYS}
        options={[
          ...(periods ?? []).map(({ uid, title }) => ({ value: uid, label: title })),
          { value: OWN_DAYS, label: '自选起止日期' },
        ]}
        onChange={choose}
      />
      {time.periodUid === null && (
        <>
          <DayField
            label="起始日期"
            value={time.from}
            onChange={(from) => from !== null && setChosen({ ...time, from })}
          />
          <DayField
            label="截止日期"
            value={time.to}
            onChange={(to) => to !== null && setChosen({ ...time, to })}
          />
        </>
      )}
      <Button disabled={isEmpty} loading={start.running} onClick={() => void look()}>
        预览
      </Button>
      <Button
        type="primary"
        disabled={isEmpty}
        loading={fill.starting}
        onClick={() => void fill.start({ uid: form.uid, ...time })}
      >
        填写
      </Button>
      {fill.dialog}
      <JobDialog
        uid={previewJob}
        onDone={(result) => setPreview(result as FilledPreview)}
        onClose={() => setPreviewJob(null)}
      />
      {preview !== null && (
        <PreviewDialog
          preview={preview}
          onFill={() => {
            setPreview(null);
            void fill.start({ uid: form.uid, ...time });
          }}
          onClose={() => setPreview(null)}
        />
      )}
    </>
  );
}

function thisMonth(): Time {
  const today = localDay(Date.now());
  const from = `${today.slice(0, 8)}01`;
  return { from, to: lastDayOfMonth(from), periodUid: null };
}

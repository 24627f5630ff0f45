import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { filledForm, withPeriodPlace } from '#shared/rules/assessment/export-form/model.ts';
import { client } from '#renderer/app/client.ts';
import { useJob } from '#renderer/app/job-store.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { formChanges } from '../forms/form-changes.ts';
import { useForms } from '../forms/use-forms.ts';
import { type ExportChoice, ExportDialog } from './export-dialog.tsx';
import { ExportFailedDialog } from './export-failed-dialog.tsx';

type Step =
  | { kind: 'idle' }
  /** Before an export; with the last choice after one that could not be written. */
  | { kind: 'choice'; start: ExportChoice | null }
  | { kind: 'job'; uid: string; choice: ExportChoice };

const OTHER = 'choice';
const FORMS = 'forms';

/** One click exports the period by the form that was taken last; others and changes stand in the menu beside it. */
export function ExportButton({ period }: { period: Pick<PeriodDetail, 'uid' | 'title' | 'kind'> }) {
  const mayExport = useRight('export');
  const [, navigate] = useLocation();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const job = useJob(step.kind === 'job' ? step.uid : null);
  const known = useForms(period.kind);
  const forms = known.data ?? [];
  const keep = useOperation(client.exportForms.update);
  const start = useOperation(client.assessment.exportWorkbook, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(choice: ExportChoice): Promise<void> {
    const { kept, changed, forGood, date } = choice;
    if (forGood && changed !== null) {
      const patch = formChanges(kept.form, withPeriodPlace(changed, period.title));
      const outcome = await keep.run({ uid: kept.uid, ...patch });
      if (!outcome.done) return;
    }
    const outcome = await start.run({ periodUid: period.uid, formUid: kept.uid, once: changed, date });
    if (outcome.done) setStep({ kind: 'job', uid: outcome.value.jobUid, choice });
  }

  async function runBy(uid: string | null): Promise<void> {
    const list = known.data ?? (await known.refetch()).data ?? [];
    const kept = uid === null ? list[0] : list.find((form) => form.uid === uid);
    if (kept !== undefined) await run({ kept, changed: null, forGood: false, date: null });
  }

  function onMore(key: string): void {
    if (key === OTHER) setStep({ kind: 'choice', start: null });
    else if (key === FORMS) navigate(`/export-forms/${period.kind}`);
    else void runBy(key);
  }

  const close = (): void => setStep({ kind: 'idle' });
  const more = [
    ...forms.map(({ uid, name }, place) => ({
      key: uid,
      label: place === 0 ? `按“${name}”导出（默认）` : `按“${name}”导出`,
    })),
    { key: OTHER, label: '改一改再导出…' },
    { key: FORMS, label: '管理导出格式' },
  ];
  return (
    <>
      <SplitButton
        moreLabel="其他导出格式"
        more={more}
        loading={start.running || keep.running}
        onClick={() => void runBy(null)}
        onMore={onMore}
      >
        导出 Excel
      </SplitButton>
      {step.kind === 'choice' && (
        <ExportDialog
          periodTitle={period.title}
          forms={forms}
          start={step.start}
          busy={start.running || keep.running}
          onExport={(choice) => void run(choice)}
          onClose={close}
        />
      )}
      {step.kind === 'job' && job?.status === 'failed' && (
        <ExportFailedDialog
          problem={job.problem ?? ''}
          onSaveAs={() => setStep({ kind: 'choice', start: renamed(step.choice, period.title) })}
          onAgain={() => void run(step.choice)}
          onClose={close}
        />
      )}
      {step.kind === 'job' && job?.status !== 'failed' && <JobDialog uid={step.uid} onClose={close} />}
    </>
  );
}

/** The same under another file name, for this once. */
function renamed({ kept, changed, date }: ExportChoice, periodTitle: string): ExportChoice {
  const form = changed ?? filledForm(kept.form, periodTitle);
  return { kept, changed: { ...form, fileName: otherName(form.fileName) }, forGood: false, date };
}

/** 考核结果 becomes 考核结果(2), that becomes 考核结果(3). */
function otherName(name: string): string {
  const [, stem = name, number = '1'] = /^(.*)\((\d+)\)$/u.exec(name) ?? [];
  return `${stem}(${Number(number) + 1})`;
}

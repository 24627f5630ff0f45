import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { Button, Space, Tooltip } from 'antd';
import { useState } from 'react';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import { client } from '#renderer/app/client.ts';
import { useJob } from '#renderer/app/job-store.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { ExportFailedDialog } from './export-failed-dialog.tsx';
import { ExportOptionsDialog } from './export-options-dialog.tsx';

type Step =
  | { kind: 'idle' }
  /** The options before an export; with another file name after one that could not be written. */
  | { kind: 'options'; fileName?: string }
  | { kind: 'job'; uid: string; options: ExportOptions };

/** One click exports the period as last time; the wheel beside it changes titles, columns and signature lines. */
export function ExportButton({ periodUid }: { periodUid: string }) {
  const mayExport = useRight('export');
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const job = useJob(step.kind === 'job' ? step.uid : null);
  const read = useOperation(client.assessment.exportOptions, { isSave: false });
  const start = useOperation(client.assessment.exportWorkbook, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(options: ExportOptions): Promise<void> {
    const outcome = await start.run({ periodUid, options });
    if (outcome.done) setStep({ kind: 'job', uid: outcome.value.jobUid, options });
  }

  async function runAsLastTime(): Promise<void> {
    const outcome = await read.run({ periodUid });
    if (outcome.done) await run(outcome.value);
  }

  const close = (): void => setStep({ kind: 'idle' });
  return (
    <>
      <Space.Compact>
        <Button loading={read.running || start.running} onClick={() => void runAsLastTime()}>
          导出 Excel
        </Button>
        <Tooltip title="标题、栏目名、签名栏和文件名">
          <Button
            aria-label="导出设置"
            icon={<SettingOutlined aria-hidden />}
            onClick={() => setStep({ kind: 'options' })}
          />
        </Tooltip>
      </Space.Compact>
      {step.kind === 'options' && (
        <ExportOptionsDialog
          periodUid={periodUid}
          busy={start.running}
          {...(step.fileName === undefined ? {} : { fileName: step.fileName })}
          onExport={(options) => void run(options)}
          onClose={close}
        />
      )}
      {step.kind === 'job' && job?.status === 'failed' && (
        <ExportFailedDialog
          problem={job.problem ?? ''}
          onSaveAs={() => setStep({ kind: 'options', fileName: otherName(step.options.fileName) })}
          onAgain={() => void run(step.options)}
          onClose={close}
        />
      )}
      {step.kind === 'job' && job?.status !== 'failed' && <JobDialog uid={step.uid} onClose={close} />}
    </>
  );
}

/** 考核结果 becomes 考核结果(2), that becomes 考核结果(3). */
function otherName(name: string): string {
  const [, stem = name, number = '1'] = /^(.*)\((\d+)\)$/u.exec(name) ?? [];
  return `${stem}(${Number(number) + 1})`;
}

import { Button, Modal, Progress, Result } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import type { JobState } from '#shared/contract/events.ts';
import { client } from '../app/client.ts';
import { useJob } from '../app/job-store.ts';
import { isWritten, WrittenResult } from './written-file.tsx';

interface JobDialogProps {
  /** The job to show; null shows nothing. */
  uid: string | null;
  /** Called once when it ended well, with the job's own result; what was written is offered by the dialog itself. */
  onDone?: (result: unknown) => void;
  /** Closed by the clerk, or ended without anything to show. */
  onClose: () => void;
  /** False for work that cannot be stopped half-way. */
  stoppable?: boolean;
}

/** A long piece of work as it goes, with a way to stop it. */
export function JobDialog({ uid, onDone, onClose, stoppable = true }: JobDialogProps) {
  const job = useJob(uid);
  const status = job?.status;
  const onEnd = useEffectEvent(() => {
    if (job === null || job.status === 'running') return;
    if (job.status === 'done') onDone?.(job.result);
    if (job.status === 'cancelled' || (job.status === 'done' && !isWritten(job.result))) onClose();
  });
  useEffect(() => {
    if (status !== undefined && status !== 'running') onEnd();
  }, [status]);

  if (uid === null) return null;
  const running = job === null || job.status === 'running';
  return (
    <Modal
      open
      width={520}
      title={job?.label ?? '正在准备'}
      closable={!running}
      mask={{ closable: false }}
      keyboard={!running}
      onCancel={onClose}
      footer={
        running ? (
          stoppable && (
            <Button onClick={() => void client.jobs.cancel({ uid }).catch(() => undefined)}>停止</Button>
          )
        ) : (
          <Button onClick={onClose}>关闭</Button>
        )
      }
    >
      <JobBody job={job} />
    </Modal>
  );
}

function JobBody({ job }: { job: JobState | null }) {
  if (job === null || job.status === 'running') {
    const known = job?.progress ?? null;
    return (
      <div aria-live="polite">
        <p style={{ minHeight: 22, margin: '8px 0' }}>{job?.step}</p>
        <Progress
          status="active"
          percent={known === null ? 100 : Math.round(known * 100)}
          showInfo={known !== null}
        />
      </div>
    );
  }
  if (job.status === 'failed') return <Result status="warning" title="没有完成" subTitle={job.problem} />;
  return isWritten(job.result) ? <WrittenResult written={job.result} /> : null;
}

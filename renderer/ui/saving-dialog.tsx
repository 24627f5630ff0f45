import { Button, Modal, Progress } from 'antd';
import { client } from '../app/client.ts';
import { useKnownJob } from '../app/job-store.ts';

/** A save that takes long, as it goes, with a way to stop it before anything is stored. Nothing of one of a moment. */
export function SavingDialog({ operationUid }: { operationUid: string | null }) {
  const job = useKnownJob(operationUid);
  if (operationUid === null || job?.status !== 'running') return null;
  const { progress, step, label } = job;
  return (
    <Modal
      open
      width={520}
      title={label}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button onClick={() => void client.jobs.cancel({ uid: operationUid }).catch(() => undefined)}>
          停止，什么也不存
        </Button>
      }
    >
      <div aria-live="polite">
        <p style={{ minHeight: 22, margin: '8px 0' }}>{step}</p>
        <Progress
          status="active"
          percent={progress === null ? 100 : Math.round(progress * 100)}
          showInfo={progress !== null}
        />
      </div>
    </Modal>
  );
}

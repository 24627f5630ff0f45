import { Button, Modal, Tabs } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import styles from './about.module.css';
import type { ShownDiagnosis } from './use-diagnosis.tsx';

interface DiagnosisDialogProps {
  diagnosis: ShownDiagnosis;
  onClose: () => void;
}

/** Everything that the package will hold, before it leaves the PC. */
export function DiagnosisDialog({ diagnosis, onClose }: DiagnosisDialogProps) {
  const saving = useStartedJob(client.about.saveDiagnosis);
  return (
    <Modal
      open
      width={860}
      title="诊断信息"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button
            type="primary"
            loading={saving.starting}
            onClick={() => void saving.start({ diagnosisUid: diagnosis.uid })}
          >
            存成压缩包
          </Button>
        </>
      }
    >
      <Tabs
        size="small"
        items={diagnosis.texts.map(({ name, text }) => ({
          key: name,
          label: name.replace('.txt', ''),
          children: <pre className={styles.text}>{text}</pre>,
        }))}
      />
      {saving.dialog}
    </Modal>
  );
}

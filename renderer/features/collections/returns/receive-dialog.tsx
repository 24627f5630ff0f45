import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Button, Modal, Progress, Upload, type UploadProps } from 'antd';
import { useState } from 'react';
import { MOST_RETURNED_FILES, type ReceivedFiles } from '#shared/contract/collection-returns.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { ReceivedDialog } from './received-dialog.tsx';
import styles from './returns.module.css';
import { type RefusedFile, useReturnedFiles } from './use-returned-files.ts';

interface ReceiveDialogProps {
  uid: string;
  onMerge: () => void;
  onClose: () => void;
}

const nothingReceived: ReceivedFiles = { correct: 0, mustCorrect: 0, again: 0, units: [], refused: [] };

/** Takes hundreds of returned workbooks at once: files, a folder, or a .zip. */
export function ReceiveDialog({ uid, onMerge, onClose }: ReceiveDialogProps) {
  const chosen = useReturnedFiles();
  const receive = useOperation(client.collectionReturns.receive, { isSave: false, repeat: false });
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [received, setReceived] = useState<ReceivedFiles | null>(null);

  async function start(): Promise<void> {
    const uploaded = await chosen.bring();
    if (uploaded === null) return;
    setRefused(uploaded.refused);
    if (uploaded.tokens.length === 0) return setReceived(nothingReceived);
    const outcome = await receive.run({ uid, fileTokens: uploaded.tokens });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  if (received !== null)
    return (
      <ReceivedDialog
        received={{ ...received, refused: [...refused, ...received.refused] }}
        onMerge={onMerge}
        onClose={onClose}
      />
    );
  if (jobUid !== null)
    return (
      <JobDialog
        uid={jobUid}
        // Made by our core.
        onDone={(result) => setReceived(result as ReceivedFiles)}
        onClose={() => setJobUid(null)}
      />
    );

  const { files, done } = chosen;
  const isFull = files.length > MOST_RETURNED_FILES;
  const choosing: Pick<UploadProps, 'showUploadList' | 'beforeUpload'> = {
    showUploadList: false,
    beforeUpload(file) {
      chosen.add(file);
      return false;
    },
  };
  return (
    <Modal
      open
      width={640}
      title="收表"
      mask={{ closable: false }}
      onCancel={() => {
        chosen.stop();
        onClose();
      }}
      footer={
        <>
          {files.length > 0 && done === null && <Button onClick={chosen.clear}>重新选</Button>}
          <Button
            type="primary"
            loading={done !== null || receive.running}
            disabled={files.length === 0 || isFull}
            onClick={() => void start()}
          >
            {files.length === 0 ? '收表' : `收 ${files.length} 个文件`}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>
        把各单位交回的表一起放进来，改过文件名、用 WPS 或 LibreOffice
        存过的都认得。逐格核对，有问题的列出来，没有问题的先收下，还不汇总。
      </p>
      <Upload.Dragger {...choosing} multiple directory openFileDialogOnClick={false} disabled={done !== null}>
        <p className="ant-upload-drag-icon">
          <InboxOutlined aria-hidden />
        </p>
        <p className="ant-upload-text">
          {files.length === 0
            ? '把文件、文件夹或压缩包(.zip)拖到这里'
            : `已选 ${files.length} 个文件，可以接着拖`}
        </p>
        {done === null ? (
          <div className={styles.choose}>
            <Upload {...choosing} multiple>
              <Button>选择文件</Button>
            </Upload>
            <Upload {...choosing} directory>
              <Button>选择文件夹</Button>
            </Upload>
          </div>
        ) : (
          <Progress percent={Math.round((done / files.length) * 100)} />
        )}
      </Upload.Dragger>
      {isFull && <p className={styles.full}>一次最多 {MOST_RETURNED_FILES} 个文件，请分几次。</p>}
    </Modal>
  );
}

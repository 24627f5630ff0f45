import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { FileDrop } from './file-drop.tsx';
import styles from './files-dialog.module.css';
import type { ChosenFiles } from './use-chosen-files.ts';

interface FilesDialogProps {
  title: string;
  /** What is read of the files, and what happens then. */
  hint: string;
  most: number;
  chosen: ChosenFiles;
  starting: boolean;
  onRead: () => void;
  onClose: () => void;
}

/** Asks for one or several filled workbooks, to be read together. */
export function FilesDialog({ title, hint, most, chosen, starting, onRead, onClose }: FilesDialogProps) {
  const { files, add, remove } = chosen;
  const isFull = files.length > most;
  // Read meanwhile, a file that takes the place of another would be the old one.
  const [isComing, setComing] = useState(false);
  return (
    <Modal
      open
      width={640}
      title={title}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          loading={starting}
          disabled={files.length === 0 || isFull || isComing}
          onClick={onRead}
        >
          读取
        </Button>
      }
    >
      <p className={styles.hint}>{hint}</p>
      <FileDrop
        multiple
        accept={['.xlsx', '.xls', '.et']}
        text="把填好的表拖到这里，也可点这里选择"
        onUploaded={add}
        onBusy={setComing}
      />
      <ul className={styles.files}>
        {files.map(({ token, name }) => (
          <li key={token}>
            {name}
            <Button
              type="text"
              size="small"
              aria-label={`不读 ${name}`}
              icon={<CloseOutlined aria-hidden />}
              onClick={() => remove(token)}
            />
          </li>
        ))}
      </ul>
      {isFull && <p className={styles.full}>一次最多 {most} 个文件，请分几次。</p>}
    </Modal>
  );
}

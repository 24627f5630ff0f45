import FolderOpenOutlined from '@ant-design/icons/FolderOpenOutlined';
import { Alert, Button, Input, Upload } from 'antd';
import type { ReactNode } from 'react';
import { LONGEST_TEXT } from '#shared/rules/tasks/sentences.ts';
import type { UploadInHand } from '#renderer/ui/use-upload.ts';
import type { OpenedFile } from './opened-file.ts';
import { textFileEnds } from './use-text-file.ts';
import styles from './from-text.module.css';

export function OpenFileButton({ upload: { share, chooser } }: { upload: UploadInHand }) {
  return (
    <Upload {...chooser}>
      <Button icon={<FolderOpenOutlined aria-hidden />} loading={share !== null}>
        {share === null ? `打开文件(${textFileEnds.join('、')})` : `正在读入 ${Math.round(share * 100)}%…`}
      </Button>
    </Upload>
  );
}

interface TextStepProps {
  text: string;
  opened: OpenedFile | null;
  onType: (text: string) => void;
  /** Above it all. */
  children: ReactNode;
}

/** Where the text comes in: pasted, typed, or opened from a file. */
export function TextStep({ text, opened, onType, children }: TextStepProps) {
  return (
    <div className={styles.start}>
      {children}
      <p>
        把讲话、方案或来文的文字粘贴到这里，或者打开文件(也可以把文件拖到页面上)。下一步逐句标出要督办的任务，单位和时限会自动提出。
      </p>
      {opened !== null && <OpenedNote opened={opened} />}
      <Input.TextArea
        className={styles.field ?? ''}
        aria-label="讲话、方案或来文"
        maxLength={LONGEST_TEXT}
        value={text}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  );
}

function OpenedNote({ opened: { fileName, warnings, receivedUid } }: { opened: OpenedFile }) {
  const link = receivedUid === null ? '' : '，生成的任务会列在这份收文下面';
  return (
    <Alert
      className={styles.opened ?? ''}
      showIcon
      type={warnings.length > 0 ? 'warning' : 'info'}
      title={`已打开“${fileName}”${link}。${warnings.join('')}`}
    />
  );
}

import FileDoneOutlined from '@ant-design/icons/FileDoneOutlined';
import { App, Button } from 'antd';
import type { WrittenFile } from '#shared/contract/files.ts';
import { client } from '../app/client.ts';
import { problemOf } from '../app/problem.ts';
import { useSession } from '../app/session.tsx';
import { sizeText } from './size-text.ts';
import styles from './written-file.module.css';

/** A file that the core wrote: what it is called, where it lies, and what can be done with it on this host. */
export function WrittenFileResult({ file }: { file: WrittenFile }) {
  const { canOpenFiles, host } = useSession();
  const { message } = App.useApp();

  async function act(work: (input: { token: string }) => Promise<{ opened: boolean }>): Promise<void> {
    try {
      const { opened } = await work({ token: file.token });
      if (!opened) void message.warning('没有找到能打开它的程序，请到文件夹里打开。');
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    }
  }

  return (
    <div className={styles.result}>
      <FileDoneOutlined className={styles.icon ?? ''} />
      <div className={styles.words}>
        <div className={styles.name}>{file.name}</div>
        <div className={styles.place}>
          {sizeText(file.bytes)}，已存到 {file.folder}
        </div>
        <div className={styles.actions}>
          {canOpenFiles && (
            <>
              <Button type="primary" onClick={() => void act(client.files.open)}>
                打开
              </Button>
              <Button onClick={() => void act(client.files.reveal)}>打开所在文件夹</Button>
            </>
          )}
          {host === 'browser' && (
            <Button
              type={canOpenFiles ? 'default' : 'primary'}
              href={`/exports/${file.token}`}
              download={file.name}
            >
              下载
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** Whether a job's result is a written file. */
export function isWrittenFile(value: unknown): value is WrittenFile {
  return (
    typeof value === 'object' && value !== null && 'token' in value && 'folder' in value && 'bytes' in value
  );
}

import FileDoneOutlined from '@ant-design/icons/FileDoneOutlined';
import { Alert, App, Button } from 'antd';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { client } from '../app/client.ts';
import { problemOf } from '../app/problem.ts';
import { useSession } from '../app/session.tsx';
import { sizeText } from '#shared/size-text.ts';
import styles from './written-file.module.css';

type Written = WrittenFile | WrittenFolder;

/** What the core wrote: what it is called, where it lies, and what can be done with it on this host. */
export function WrittenResult({ written }: { written: Written }) {
  const size = sizeText(written.bytes);
  const { remarks = [] } = written;
  return (
    <div className={styles.result}>
      <FileDoneOutlined className={styles.icon ?? ''} />
      <div className={styles.words}>
        <div className={styles.name}>{written.name}</div>
        <div className={styles.place}>
          {isFolder(written) ? `文件夹里有 ${written.files} 个文件，共 ${size}` : size}，已存到{' '}
          {written.folder}
        </div>
        {remarks.length > 0 && (
          <Alert
            className={styles.remarks ?? ''}
            type="warning"
            title={`有 ${remarks.length} 处请看一下`}
            description={
              <ul>
                {remarks.map((remark) => (
                  <li key={remark}>{remark}</li>
                ))}
              </ul>
            }
          />
        )}
        <div className={styles.actions}>
          {isFolder(written) ? <FolderActions {...written} /> : <FileActions file={written} />}
        </div>
      </div>
    </div>
  );
}

function FileActions({ file }: { file: WrittenFile }) {
  const { canOpenFiles, host } = useSession();
  const act = useOpening('没有找到能打开它的程序，请到文件夹里打开。');
  return (
    <>
      {canOpenFiles && (
        <>
          <Button type="primary" onClick={() => void act(client.files.open, file)}>
            打开
          </Button>
          <Button onClick={() => void act(client.files.reveal, file)}>打开所在文件夹</Button>
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
    </>
  );
}

function FolderActions({ token }: { token: string }) {
  const { canOpenFiles } = useSession();
  const act = useOpening('没有能打开这个文件夹，请按窗口里写的位置找到它。');
  if (!canOpenFiles) return null;
  return (
    <Button type="primary" onClick={() => void act(client.files.reveal, { token })}>
      打开文件夹
    </Button>
  );
}

type Opening = (input: { token: string }) => Promise<{ opened: boolean }>;

/** @param unopened what to do where this PC did not open it */
function useOpening(unopened: string) {
  const { message } = App.useApp();
  return async (work: Opening, { token }: { token: string }): Promise<void> => {
    try {
      const { opened } = await work({ token });
      if (!opened) void message.warning(unopened);
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    }
  };
}

function isFolder(written: Written): written is WrittenFolder {
  return 'files' in written;
}

/** Whether a job's result is a file or folder that it wrote. */
export function isWritten(value: unknown): value is Written {
  return (
    typeof value === 'object' && value !== null && 'token' in value && 'folder' in value && 'bytes' in value
  );
}

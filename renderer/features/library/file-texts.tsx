import { Button } from 'antd';
import type { LibraryDetail } from '#shared/contract/library.ts';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import styles from './library.module.css';

/** Whether the words of attached files are found, and what to do where they could not be read. */
export function FileTexts({ entry, mayEdit }: { entry: LibraryDetail; mayEdit: boolean }) {
  const reading = useStartedJob(client.library.readFiles);
  const failed = entry.files.filter(({ problem }) => problem !== null);
  const isUnderWay = entry.files.some(({ isRead, problem }) => !isRead && problem === null);
  if (entry.files.length === 0) return null;
  return (
    <>
      {failed.length === 0 && (
        <p className={styles.none}>
          {isUnderWay ? '附件里的文字还没有读完，程序会接着读，读完就查得到。' : '附件里的文字可以查到。'}
        </p>
      )}
      {failed.map(({ uid, name, problem }) => (
        <p key={uid} className={styles.none}>{`“${name}”里的文字查不到：${problem}`}</p>
      ))}
      {mayEdit && (isUnderWay || failed.length > 0) && (
        <Button
          size="small"
          loading={reading.starting}
          onClick={() => void reading.start({ uid: entry.uid })}
        >
          {failed.length > 0 ? '再读一次' : '现在就读'}
        </Button>
      )}
      {reading.dialog}
    </>
  );
}

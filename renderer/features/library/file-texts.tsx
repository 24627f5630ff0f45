import { Button } from 'antd';
import type { LibraryDetail } from '#shared/contract/library.ts';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import styles from './library.module.css';

/** Whether the words of attached files are found, and the way to have them found. */
export function FileTexts({ entry, mayEdit }: { entry: LibraryDetail; mayEdit: boolean }) {
  const reading = useStartedJob(client.library.readFiles);
  const unread = entry.files.filter(({ isRead }) => !isRead).length;
  if (entry.files.length === 0) return null;
  return (
    <>
      <p className={styles.none}>
        {unread === 0
          ? '附件里的文字可以查到。'
          : `有 ${unread} 个附件里的文字还查不到(.docx、有文字的 PDF、.txt 可以读入)。`}
        {unread > 0 && mayEdit && (
          <Button
            size="small"
            loading={reading.starting}
            onClick={() => void reading.start({ uid: entry.uid })}
          >
            读入附件文字
          </Button>
        )}
      </p>
      {reading.dialog}
    </>
  );
}

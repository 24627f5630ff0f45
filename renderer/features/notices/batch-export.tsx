import type { NoticeRow } from '#shared/contract/notices.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';

const moreItems = [{ key: 'docx', label: '导出 Word(每份一个文件)' }];

/** All chosen notices, in the order of the list: as one PDF to print, or as a file for each unit to be sent. */
export function BatchExport({ rows }: { rows: readonly NoticeRow[] }) {
  const mayExport = useRight('export');
  const pdf = useStartedJob(client.papers.writePdf);
  const docx = useStartedJob(client.notices.exportDocx);
  if (!mayExport) return null;

  return (
    <>
      <SplitButton
        loading={pdf.starting || docx.starting}
        more={moreItems}
        moreLabel="其他导出"
        onMore={() => void docx.start({ uids: rows.map(({ uid }) => uid) })}
        onClick={() => void pdf.start({ uids: rows.map(({ paperUid }) => paperUid) })}
      >
        合并成 PDF
      </SplitButton>
      {pdf.dialog}
      {docx.dialog}
    </>
  );
}

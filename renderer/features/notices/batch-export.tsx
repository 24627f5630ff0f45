import { useState } from 'react';
import type { NoticeRow } from '#shared/contract/notices.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';

const moreItems = [{ key: 'docx', label: '导出 Word(每份一个文件)' }];

/** All chosen notices, in the order of the list: as one PDF to print, or as a file for each unit to be sent. */
export function BatchExport({ rows }: { rows: readonly NoticeRow[] }) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const pdf = useOperation(client.papers.writePdf, { isSave: false, repeat: false });
  const docx = useOperation(client.notices.exportDocx, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function writePdf(): Promise<void> {
    const outcome = await pdf.run({ uids: rows.map(({ paperUid }) => paperUid) });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  async function writeDocx(): Promise<void> {
    const outcome = await docx.run({ uids: rows.map(({ uid }) => uid) });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <SplitButton
        loading={pdf.running || docx.running}
        more={moreItems}
        moreLabel="其他导出"
        onMore={() => void writeDocx()}
        onClick={() => void writePdf()}
      >
        合并成 PDF
      </SplitButton>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}

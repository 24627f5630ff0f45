import { Button } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** The pages of the preview as a PDF, or the text as a file for Word and WPS; what was typed is saved first. */
export function FileButtons({ uid, save }: { uid: string; save: () => Promise<boolean> }) {
  const [job, setJob] = useState<string | null>(null);
  const pdf = useOperation(client.papers.writePdf, { isSave: false, repeat: false });
  const docx = useOperation(client.papers.writeDocx, { isSave: false, repeat: false });

  async function run(kind: 'pdf' | 'docx'): Promise<void> {
    if (!(await save())) return;
    const outcome = kind === 'pdf' ? await pdf.run({ uids: [uid] }) : await docx.run({ uid });
    if (outcome.done) setJob(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={docx.running} onClick={() => void run('docx')}>
        Word 文档
      </Button>
      <Button loading={pdf.running} onClick={() => void run('pdf')}>
        PDF
      </Button>
      <JobDialog uid={job} onClose={() => setJob(null)} />
    </>
  );
}

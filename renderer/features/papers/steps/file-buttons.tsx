import { Button } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

/** The pages of the preview as a PDF, or the text as a file for Word and WPS; what was typed is saved first. */
export function FileButtons({ uid, save }: { uid: string; save: () => Promise<boolean> }) {
  const pdf = useStartedJob(client.papers.writePdf);
  const docx = useStartedJob(client.papers.writeDocx);

  async function run(kind: 'pdf' | 'docx'): Promise<void> {
    if (!(await save())) return;
    if (kind === 'pdf') await pdf.start({ uids: [uid] });
    else await docx.start({ uid });
  }

  return (
    <>
      <Button loading={docx.starting} onClick={() => void run('docx')}>
        Word 文档
      </Button>
      <Button loading={pdf.starting} onClick={() => void run('pdf')}>
        PDF
      </Button>
      {pdf.dialog}
      {docx.dialog}
    </>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** 发文登记簿 as a workbook, narrowed as the list is. */
export function RegisterExport({ filter }: { filter: Parameters<typeof client.papers.exportRegister>[0] }) {
  const [job, setJob] = useState<string | null>(null);
  const start = useOperation(client.papers.exportRegister, { isSave: false, repeat: false });

  async function run(): Promise<void> {
    const outcome = await start.run(filter);
    if (outcome.done) setJob(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        导出登记簿
      </Button>
      <JobDialog uid={job} onClose={() => setJob(null)} />
    </>
  );
}

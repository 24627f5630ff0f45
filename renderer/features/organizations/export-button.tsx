import { Button } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** 机构表 of the day that is looked at, as a workbook that can be imported again. */
export function ExportButton({ day }: { day: string | null }) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.organizations.exportWorkbook, { isSave: false, repeat: false });

  async function run(): Promise<void> {
    const outcome = await start.run({ day });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        导出 Excel
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}

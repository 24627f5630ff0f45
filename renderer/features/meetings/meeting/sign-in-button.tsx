import { Button } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** 签到表 of this meeting, to be printed. */
export function SignInButton({ uid }: { uid: string }) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.meetings.exportSignIn, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(): Promise<void> {
    const outcome = await start.run({ uid });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        导出签到表
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}

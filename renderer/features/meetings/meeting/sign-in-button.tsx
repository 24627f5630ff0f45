import { Button } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

/** 签到表 of this meeting, to be printed. */
export function SignInButton({ uid }: { uid: string }) {
  const mayExport = useRight('export');
  const sheet = useStartedJob(client.meetings.exportSignIn);
  if (!mayExport) return null;

  return (
    <>
      <Button loading={sheet.starting} onClick={() => void sheet.start({ uid })}>
        导出签到表
      </Button>
      {sheet.dialog}
    </>
  );
}

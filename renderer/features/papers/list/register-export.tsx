import { Button } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

/** 发文登记簿 as a workbook, narrowed as the list is. */
export function RegisterExport({ filter }: { filter: Parameters<typeof client.papers.exportRegister>[0] }) {
  const register = useStartedJob(client.papers.exportRegister);

  return (
    <>
      <Button loading={register.starting} onClick={() => void register.start(filter)}>
        导出登记簿
      </Button>
      {register.dialog}
    </>
  );
}

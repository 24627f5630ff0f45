import { Button } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { useCollectedTable } from '../use-collections.ts';

export function ExportButton({ uid }: { uid: string }) {
  const { data } = useCollectedTable(uid);
  const workbook = useStartedJob(client.collections.exportTable);
  const count = data?.rows.length ?? 0;
  return (
    <>
      <Button disabled={count === 0} loading={workbook.starting} onClick={() => void workbook.start({ uid })}>
        导出 Excel
      </Button>
      <span>共 {count} 行</span>
      {workbook.dialog}
    </>
  );
}

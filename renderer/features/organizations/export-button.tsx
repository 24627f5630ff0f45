import { Button } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

/** 机构表 of the day that is looked at, as a workbook that can be imported again. */
export function ExportButton({ day }: { day: string | null }) {
  const table = useStartedJob(client.organizations.exportWorkbook);

  return (
    <>
      <Button loading={table.starting} onClick={() => void table.start({ day })}>
        导出 Excel
      </Button>
      {table.dialog}
    </>
  );
}

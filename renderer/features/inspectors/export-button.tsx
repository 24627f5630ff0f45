import { Button } from 'antd';
import type { Inspector, InspectorFilter } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

interface ExportButtonProps {
  filter: InspectorFilter;
  /** None: everybody whom the list shows. */
  chosen: readonly Inspector[];
}

/** Whom the list shows, as a table that can be imported again, and the vehicles. */
export function ExportButton({ filter, chosen }: ExportButtonProps) {
  const mayExport = useRight('export');
  const table = useStartedJob(client.inspectors.exportPool);
  if (!mayExport) return null;
  const uids = chosen.length === 0 ? null : chosen.map(({ uid }) => uid);

  return (
    <>
      <Button loading={table.starting} onClick={() => void table.start({ filter, uids })}>
        {chosen.length === 0 ? '导出名单' : `导出所选 ${chosen.length} 人`}
      </Button>
      {table.dialog}
    </>
  );
}

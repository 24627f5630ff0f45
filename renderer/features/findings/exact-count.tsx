import { Button } from 'antd';
import { useState } from 'react';
import { COUNTED_UP_TO, type FindingFilter } from '#shared/contract/findings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { countText } from './words.ts';

interface ExactCountProps {
  filter: FindingFilter;
  shown: number;
  /** One more than COUNTED_UP_TO stands for any larger number. */
  total: number;
}

/** 共 123 处问题; where there are more than are counted at once, the exact number comes on demand. */
export function ExactCount({ filter, shown, total }: ExactCountProps) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [exact, setExact] = useState<{ of: string; total: number } | null>(null);
  const start = useOperation(client.findings.countAll, { isSave: false, repeat: false });
  const asked = JSON.stringify(filter);
  const known = exact?.of === asked ? exact.total : null;
  const isMore = total > COUNTED_UP_TO && known === null;

  async function count(): Promise<void> {
    const outcome = await start.run(filter);
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      {shown < total && `显示 ${shown} 处，`}共 {known ?? countText(total)} 处问题
      {isMore && (
        <Button type="link" size="small" loading={start.running} onClick={() => void count()}>
          准确统计
        </Button>
      )}
      <JobDialog
        uid={jobUid}
        onDone={(result) => setExact({ of: asked, ...(result as { total: number }) })}
        onClose={() => setJobUid(null)}
      />
    </>
  );
}

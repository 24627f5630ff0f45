import { Button } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { sampleJob } from './sample-job.ts';

/** Begins with a fictional city that has a year of scores, to look around without entering anything. */
export function SampleButton() {
  const load = useOperation(client.sample.load, { repeat: false });

  async function begin(): Promise<void> {
    const outcome = await load.run();
    if (outcome.done) sampleJob.set(outcome.value.jobUid);
  }

  return (
    <Button type="link" loading={load.running} onClick={() => void begin()}>
      用示例数据体验
    </Button>
  );
}

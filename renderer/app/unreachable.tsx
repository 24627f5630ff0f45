import { Button, Result } from 'antd';
import type { Problem } from './problem.ts';

/** The program did not answer at all. */
export function Unreachable({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const again = problem.code === 'entryLost' ? () => location.reload() : onRetry;
  return (
    <Result
      status="warning"
      title="暂时连不上程序"
      subTitle={problem.text}
      extra={
        <Button type="primary" onClick={again}>
          {problem.code === 'entryLost' ? '重新进入' : '再试一次'}
        </Button>
      }
    />
  );
}

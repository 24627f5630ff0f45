import { expect, it } from 'vitest';
import { packAdvice } from '#main/hosts/start-problem.ts';
import { startTestCore } from '#tests/support/core.ts';

it('a pack that is double-clicked while the program is open is named, with where to choose it there', async () => {
  const first = await startTestCore();
  try {
    const problem: unknown = await startTestCore(first.dataFolder).then(
      () => null,
      (error: unknown) => error,
    );
    expect(packAdvice(problem, '/home/张三/云栖区.xabao')).toMatch(/“云栖区\.xabao”.*合并数据包/u);
    expect(packAdvice(problem, null)).toBe('');
    expect(packAdvice(new Error('磁盘已满'), '/home/张三/云栖区.xabao')).toBe('');
  } finally {
    await first.close();
  }
});

import { describe, expect, it } from 'vitest';
import { runCommandLine } from '#tests/support/command-line.ts';

describe('rule on the command line', () => {
  it('prints what the sentence says as JSON', async () => {
    const { code, out } = await runCommandLine('rule', '少一次扣3分,扣完为止', '--points', '6');
    expect(JSON.parse(out)).toEqual({
      rules: [{ kind: 'each', points: 3, per: 1, unit: '次', text: '少一次扣3分' }],
      floor: 0,
      understood: true,
      unread: [],
    });
    expect(code).toBe(0);
  });

  it('answers as well where it did not understand, and says which part', async () => {
    const { code, out } = await runCommandLine('rule', '每少一次扣分');
    expect(JSON.parse(out)).toMatchObject({
      understood: false,
      rules: [],
      unread: [{ text: '每少一次扣分' }],
    });
    expect(code).toBe(0);
  });

  it.each([
    [[], '缺少评分标准的原文，请写在引号里。'],
    [['扣3分', '扣2分'], '一次只能认一句，请把整句写在一对引号里，多了：扣2分'],
    [['扣3分', '--points', '六'], '--points 要写本项分值，0 到 10000 之间的数，例如 --points 6。'],
    [['扣3分', '--point', '6'], '看不懂这些参数：扣3分 --point 6'],
  ])('says in Chinese what is wrong with %j', async (args, problem) => {
    const { code, out, said } = await runCommandLine('rule', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(said.split('\n')[0]).toBe(problem);
  });
});

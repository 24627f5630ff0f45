import { describe, expect, test } from 'vitest';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { resultCircularAddressee, resultCircularBody } from '#shared/rules/notices/result-circular.ts';

const textOf = (block: PaperBlock) =>
  block.kind === 'table' || block.kind === 'pageBreak' ? '' : block.runs.map(({ text }) => text).join('');

describe('the circular on the results of a period', () => {
  test('lists each group by grade, the best first, in rank order, and says 无 where nobody has a grade', () => {
    const body = resultCircularBody('2026年第三季度消防工作考核', [
      {
        name: '县(市、区)',
        lists: [
          { grade: '优秀', names: ['乙县', '甲县'] },
          { grade: '不合格', names: [] },
        ],
      },
      { name: '成员单位', lists: [{ grade: '优秀', names: ['市教育局'] }] },
    ]);
    expect(body.map(textOf)).toEqual([
      '根据工作安排，我办组织开展了2026年第三季度消防工作考核。现将考核结果通报如下：',
      '县(市、区)',
      '优秀等次（2个）：乙县、甲县',
      '不合格等次：无',
      '成员单位',
      '优秀等次（1个）：市教育局',
    ]);
  });

  test('goes to every group that was scored', () => {
    expect(resultCircularAddressee([{ name: '县(市、区)' }, { name: '各成员单位' }])).toBe(
      '各县(市、区)，各成员单位',
    );
  });
});

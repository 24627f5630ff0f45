import { describe, expect, it } from 'vitest';
import { decidePatch, sameValue } from '#main/core/patch.ts';
import { AppError } from '#shared/errors.ts';

describe('an update that says what the page saw', () => {
  const stored = { name: '城东区', order: 3, settings: { ties: 'skip', decimals: 2 } };

  it('changes only the fields that differ from what is stored', () => {
    expect(decidePatch(stored, { name: '城东区', order: 3 }, { name: '城东新区', order: 3 })).toEqual({
      name: '城东新区',
    });
  });

  it('is refused where somebody else changed the same field, naming both values', () => {
    const attempt = () => decidePatch(stored, { name: '旧名' }, { name: '我的新名' });
    expect(attempt).toThrow(AppError);
    try {
      attempt();
    } catch (error) {
      expect((error as AppError).data['fields']).toEqual([
        { field: 'name', theirs: '城东区', mine: '我的新名' },
      ]);
    }
  });

  it('is no conflict where both want the same', () => {
    expect(decidePatch(stored, { name: '旧名' }, { name: '城东区' })).toEqual({});
  });

  it('compares nested values as data, whatever the order of their keys', () => {
    expect(sameValue({ a: 1, b: [1, { c: 2, d: 3 }] }, { b: [1, { d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { conflictFieldsOf, resolvePatch, theirsOf } from '#renderer/ui/conflict.ts';

const fields = [
  { field: 'name', label: '名称', theirs: '城东区', mine: '东城区' },
  { field: 'order', label: '排序', theirs: 3, mine: 2 },
];

describe('a conflict', () => {
  it('is read from the data of the problem, whatever else is in it', () => {
    expect(conflictFieldsOf({ fields: [...fields, { wrong: true }, null] })).toEqual(fields);
    expect(conflictFieldsOf({})).toEqual([]);
  });

  it('is resolved field by field: mine upon the other value, theirs left alone', () => {
    const patch = {
      uid: 'one',
      base: { name: '城区', order: 1, note: '' },
      set: { name: '东城区', order: 2, note: '新' },
    };
    expect(resolvePatch(patch, fields, { name: 'mine', order: 'theirs' })).toEqual({
      uid: 'one',
      base: { name: '城东区', note: '' },
      set: { name: '东城区', note: '新' },
    });
    expect(patch.base.order).toBe(1);
    expect(theirsOf(fields, { name: 'mine', order: 'theirs' })).toEqual({ order: 3 });
  });
});

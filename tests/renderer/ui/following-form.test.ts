import { describe, expect, it } from 'vitest';
import { followStored } from '#renderer/ui/following-form.ts';

const begun = { name: '城区', shortName: '城', marks: ['zone'] };

describe('an open form, when another window saves', () => {
  it('follows in the fields in which nothing was typed', () => {
    const stored = { name: '甲区', shortName: '城', marks: ['zone', 'own'] };
    expect(followStored(begun, begun, stored)).toEqual(stored);
    expect(followStored(begun, { name: '城区' }, stored)).toEqual(stored);
  });

  it('keeps what a typed field stood on, so that saving it is found outdated', () => {
    const stored = { name: '甲区', shortName: '甲', marks: ['zone'] };
    const typed = { ...begun, name: '乙区' };
    expect(followStored(begun, typed, stored)).toEqual({ name: '城区', shortName: '甲', marks: ['zone'] });
  });

  it('stands on what is stored as soon as that is what was typed', () => {
    const stored = { ...begun, name: '乙区' };
    expect(followStored(begun, { ...begun, name: '乙区' }, stored)).toEqual(stored);
  });
});

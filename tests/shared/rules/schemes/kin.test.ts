import { describe, expect, it } from 'vitest';
import { type KinIndicator, successorsOf } from '#shared/rules/schemes/kin.ts';

function kin(uid: string, given: Partial<KinIndicator> = {}): KinIndicator {
  return { uid, family: uid, number: '', content: uid, ...given };
}

describe('indicators in another version of their scheme', () => {
  it('are recognised by the one that they were copied from, whatever was reworded', () => {
    const found = successorsOf([kin('a')], [kin('b', { family: 'a', number: '9', content: '改写' })]);
    expect([...found]).toEqual([['a', 'b']]);
  });

  it('are recognised by number and content, then by content, where no copy is known', () => {
    const from = [kin('a', { number: '1', content: '会议' }), kin('b', { number: '2', content: '检查' })];
    const to = [kin('c', { number: '3', content: '检查' }), kin('d', { number: '1', content: '会议 ' })];
    expect(Object.fromEntries(successorsOf(from, to))).toEqual({ a: 'd', b: 'c' });
  });

  it('are not guessed where a wording stands twice', () => {
    const to = [kin('c', { content: '会议' }), kin('d', { content: '会议' })];
    expect(successorsOf([kin('a', { content: '会议' })], to).size).toBe(0);
  });

  it('are given to one only', () => {
    const from = [kin('a', { content: '会议' }), kin('b', { content: '会议', number: '2' })];
    const to = [kin('c', { family: 'a', content: '会议', number: '2' })];
    expect([...successorsOf(from, to)]).toEqual([['a', 'c']]);
  });
});

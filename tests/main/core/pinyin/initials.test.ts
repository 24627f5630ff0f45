import { describe, expect, test } from 'vitest';
import { initialsOf, initialsOfAll } from '#main/core/pinyin/initials.ts';
import { isSaid, sayable, saying } from '#main/core/pinyin/is-said.ts';

describe('pinyin initials', () => {
  test('give the usual reading first and other readings behind it', () => {
    expect(initialsOf('中山街道')).toBe('zsjd');
    expect(initialsOf('长安镇').split(' ')).toEqual(expect.arrayContaining(['caz', 'zaz']));
    expect(initialsOf('长安镇')).toMatch(/^caz /);
  });

  test('keep Latin letters and digits and leave out marks', () => {
    expect(initialsOf('A1(高新)园')).toBe('a1gxy');
    expect(initialsOf('——')).toBe('');
  });

  test('of a name and its short form do not repeat what the longer one begins with', () => {
    expect(initialsOfAll('中山街道', '中山')).toBe('zsjd');
    expect(initialsOfAll('江州市公安局', '市局').split(' ')).toContain('sj');
  });

  test('do not grow without end for a name full of characters with several readings', () => {
    expect(initialsOf('长重单行石'.repeat(6)).split(' ').length).toBeLessThanOrEqual(12);
  });
});

describe('a search', () => {
  test.each([
    ['', true],
    ['号楼', true],
    ['35', true],
    ['35HL', true],
    ['hl', false],
    ['3-5栋', false],
  ])('of “%s” finds 3-5号楼: %s, once and again', (text, isFound) => {
    expect(isSaid(text, '3-5号楼', ['3-5号楼'])).toBe(isFound);
    const kept = sayable('3-5号楼', ['3-5号楼']);
    expect([saying(text)(kept), saying(text)(kept)]).toEqual([isFound, isFound]);
  });
});

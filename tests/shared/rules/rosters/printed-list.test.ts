import { describe, expect, it } from 'vitest';
import { rosterLines } from '#shared/rules/rosters/printed-list.ts';
import { aPosition, anEntry } from '#tests/support/builders/roster.ts';

const chair = aPosition({ uid: 'chair', name: '主任' });
const vice = aPosition({ uid: 'vice', name: '副主任' });
const secretary = aPosition({ uid: 'secretary', name: '办公室副主任' });
const entry = (positionUid: string, name: string, unit: string, post: string) =>
  anEntry({ uid: name, personUid: name, positionUid, name, unit, unitShort: '', post });

describe('a printed roster', () => {
  it('spreads the labels evenly where all of them can be', () => {
    const entries = [
      entry('chair', '张三', '市政府', '副市长'),
      entry('vice', '王小明', '市公安局', '副局长'),
    ];
    expect(rosterLines(entries, [chair, vice])).toEqual([
      '主　任：张　三　市政府副市长',
      '副主任：王小明　市公安局副局长',
    ]);
  });

  it('leaves the room behind the colon where one cannot be, and names still stand below each other', () => {
    const entries = [
      entry('chair', '张三', '市政府', '副市长'),
      entry('vice', '王小明', '市公安局', '副局长'),
      entry('vice', '李四', '市应急局', '局长'),
      entry('secretary', '赵六', '消防支队', '副支队长'),
    ];
    expect(rosterLines(entries, [chair, vice, secretary])).toEqual([
      '主任：　　　　张　三　市政府副市长',
      '副主任：　　　王小明　市公安局副局长',
      '　　　　　　　李　四　市应急局局长',
      '办公室副主任：赵　六　消防支队副支队长',
    ]);
  });

  it('goes on below the place where a place is too long for the line, and never begins a line with a comma', () => {
    const entries = [entry('chair', '张三', '安澜市人民政府国有资产监督管理委员会', '党委委员、副主任')];
    expect(rosterLines(entries, [chair])).toEqual([
      '主任：张　三　安澜市人民政府国有资产监督管理委员会党',
      '　　　　　　　委委员、副主任',
    ]);
    const comma = entry('chair', '张三', '安澜市人民政府国有资产监督管理委员会党', '、副主任');
    expect(rosterLines([comma], [chair])[1]?.trimStart()).toBe('党、副主任');
  });

  it('says of somebody who stands in that it is so', () => {
    const acting = { ...entry('chair', '张三', '市政府', '秘书长'), substitute: true };
    expect(rosterLines([acting], [chair])).toEqual(['主任：张　三　市政府秘书长（代理）']);
  });
});

import { describe, expect, it } from 'vitest';
import { attendanceByReply, attendanceLists } from '#shared/rules/meetings/attendance-names.ts';
import { meetingTitle } from '#shared/rules/meetings/meeting-title.ts';
import { minutesBody } from '#shared/rules/meetings/minutes-body.ts';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { nextDueDay, rhythmText } from '#shared/rules/meetings/rhythm.ts';

describe('the body of minutes', () => {
  it('leaves what was decided open for each agenda item by itself', () => {
    const place = (field: string): PaperBlock => ({
      kind: 'paragraph',
      place: 'indented',
      runs: [{ text: '', field }],
    });
    const fields = (topics: readonly string[]) =>
      minutesBody([place('议题'), place('议定事项')], topics).flatMap((block) =>
        'runs' in block ? block.runs.map(({ text, field }) => field ?? text) : [],
      );
    expect(fields(['冬春防控'])).toEqual(['冬春防控', '议定事项']);
    expect(fields(['冬春防控', '考核'])).toEqual(['冬春防控', '议定事项1', '考核', '议定事项2']);
  });
});

describe('the rhythm of a series', () => {
  it.each([
    ['2026-03-18', 3, '2026-06-18'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-01-15', 1, '2026-02-15'],
  ])('after %s, every %i months, makes the next one due on %s', (last, months, due) => {
    expect(nextDueDay(last, months)).toBe(due);
  });

  it('is said in words', () => {
    expect([1, 2, 3, 6, 12, null].map(rhythmText)).toEqual([
      '每月一次',
      '每 2 个月一次',
      '每季度一次',
      '每半年一次',
      '每年一次',
      '按需召开',
    ]);
  });
});

describe('a title', () => {
  it('counts the meetings of its year in Chinese', () => {
    const known = ['2025-12-20', '2026-03-20', '2026-06-15', '2026-09-18'];
    expect(meetingTitle('全体会议', '2026-12-18', known)).toBe('2026年第四次全体会议');
    expect(meetingTitle('全体会议', '2027-03-18', known)).toBe('2027年第一次全体会议');
  });
});

describe('the lists below minutes', () => {
  const person = {
    unit: '市教育局',
    post: '副局长',
    role: 'member',
    attendance: 'present',
    substituteName: '',
  } as const;

  it('name who came with the unit, a substitute for whom, and leave out whoever just stayed away', () => {
    const lists = attendanceLists([
      { ...person, name: '张强' },
      { ...person, name: '李梅', unit: '市民政局', attendance: 'substituted', substituteName: '赵刚' },
      { ...person, name: '王芳', unit: '市商务局', attendance: 'excused' },
      { ...person, name: '陈亮', unit: '市文旅局', attendance: 'absent' },
      { ...person, name: '华明', unit: '', post: '市人民政府副市长' },
      { ...person, name: '周平', unit: '', post: '', role: 'observer' },
    ]);
    expect(lists).toEqual({
      present: '市教育局 张强，市民政局 赵刚(代李梅)，市人民政府副市长 华明',
      excused: '市商务局 王芳',
      observers: '周平',
    });
  });

  it('take a sign-in from each reply but the one that was never given', () => {
    expect((['coming', 'substitute', 'leave', 'none'] as const).map(attendanceByReply)).toEqual([
      'present',
      'substituted',
      'excused',
      null,
    ]);
  });
});

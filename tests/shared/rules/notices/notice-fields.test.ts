import { describe, expect, it } from 'vitest';
import { listedFields } from '#shared/rules/notices/listed-fields.ts';
import { noticeFields, type NoticeText } from '#shared/rules/notices/notice-fields.ts';

const text: NoticeText = {
  unit: '市教育局',
  day: '2026-11-29',
  replyDueOn: '2026-12-11',
  tasks: [
    {
      title: '完成校园排查。',
      sourceText: '第三次全体会议纪要',
      dueOn: '2026-11-20',
      pressedCount: 2,
    },
  ],
  previous: null,
  basis: '《消防安全责任制实施办法》',
  demand: '尽快办结上述事项',
};

describe('what a notice says of late tasks', () => {
  it('tells what was asked, how late it is and how often it was pressed, as a sentence', () => {
    expect(noticeFields('letter', text)['存在的问题']).toBe(
      '第三次全体会议纪要要求：完成校园排查，应于2026年11月20日前办结，至今已逾期9天，已催办2次。',
    );
  });

  it.each(['尽快办结上述事项', '尽快办结上述事项。'])('ends its demand with one full stop: %s', (demand) => {
    const { 办理要求, 工作要求, 具体措施 } = noticeFields('order', { ...text, demand });
    expect([办理要求, 工作要求, 具体措施]).toEqual(Array(3).fill('尽快办结上述事项。'));
  });

  it('leaves the demand open where the office has none', () => {
    expect(noticeFields('order', { ...text, demand: '' })['办理要求']).toBe('');
  });
});

describe('what a notice says of a hazard under listed supervision', () => {
  it('ends each of its paragraphs with a full stop, and leaves open what is not known', () => {
    const fields = listedFields({
      name: '某商场',
      organizationName: '云栖区人民政府',
      hazards: '疏散楼梯被占用；',
      responsiblePerson: '',
      leader: '',
      supervisingUnit: '市消防救援支队',
      listedOn: '2026-11-01',
      dueOn: '2026-12-31',
      acceptedOn: null,
      acceptedBy: '',
      acceptance: '',
      basis: '',
      listingNumber: '',
    });
    expect(fields).toMatchObject({
      隐患情况: '疏散楼梯被占用。',
      督办事项: '某商场重大火灾隐患整改。',
      责任单位和责任人: '责任单位：云栖区人民政府。',
      验收结论: '',
    });
  });
});

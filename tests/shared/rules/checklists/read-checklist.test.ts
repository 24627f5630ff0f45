import { describe, expect, it } from 'vitest';
import { readChecklist } from '#shared/rules/checklists/read-checklist.ts';

function read(text: string) {
  return readChecklist(text.split('\n').map((line, index) => ({ row: index + 1, cells: line.split('|') })));
}
const shape = (text: string) =>
  read(text).items.map(
    ({ level, kind, text: words }) => `${' '.repeat(level)}${kind === 'section' ? '#' : ''}${words}`,
  );

describe('a checklist from a table without headings', () => {
  it('is two columns, section and question, the section merged or repeated', () => {
    const merged = shape('用火用电|电线乱拉\n|超负荷\n疏散|堵塞|第二十八条|清理');
    expect(merged).toEqual(['#用火用电', ' 电线乱拉', ' 超负荷', '#疏散', ' 堵塞']);
    expect(shape('用火用电|电线乱拉\n用火用电|超负荷\n疏散|堵塞')).toEqual(merged);
    const [, question] = read('疏散|堵塞|第二十八条|清理').items;
    expect(question).toMatchObject({ article: '第二十八条', demand: '清理' });
  });

  it('is lines indented by blanks of either width or by cells', () => {
    const wanted = ['#管理', ' 制度', '#设施', ' #水', '  消火栓', ' 灭火器'];
    expect(shape('管理\n  制度\n设施\n  水\n    消火栓\n  灭火器')).toEqual(wanted);
    expect(shape('管理\n　制度\n设施\n　水\n　　消火栓\n　灭火器')).toEqual(wanted);
    expect(shape('管理\n|制度\n设施\n|水\n||消火栓\n|灭火器')).toEqual(wanted);
  });

  it('is numbered lines, whose numbers are made anew by their places', () => {
    expect(shape('一、管理\n1.制度上墙\n2.有台账\n二、设施\n（一）水\n1.消火栓\n2.灭火器')).toEqual([
      '#管理',
      ' 制度上墙',
      ' 有台账',
      '#设施',
      ' #水',
      '  消火栓',
      '  灭火器',
    ]);
  });

  it('is a plain list of questions', () => {
    expect(shape('有没有台账\n有没有制度')).toEqual(['有没有台账', '有没有制度']);
  });
});

describe('a checklist from a table with headings', () => {
  it('takes columns in any order, a title and its source above', () => {
    const { title, source, items, problems } = read(
      '某清单|某清单|某清单\n依据：消防法|依据：消防法|\n整改期限|检查内容|检查项目|依据|隐患级别|判定要素\n立即|通道畅通|疏散|第二十八条|一般|\n15日内|安全出口够|疏散||重大|出口不足',
    );
    expect([title, source, problems]).toEqual(['某清单', '消防法', []]);
    expect(items).toMatchObject([
      { kind: 'section', text: '疏散', level: 0 },
      { kind: 'question', level: 1, dueDays: 0, article: '第二十八条', severity: 'ordinary' },
      { kind: 'question', level: 1, dueDays: 15, severity: 'major', element: '出口不足' },
    ]);
  });

  it('never lets a line stand below a question or two levels deeper than the one before', () => {
    const text = '层级|类型|检查内容\n3|标题|甲\n2|检查内容|乙\n3|检查内容|丙\n1|检查内容|丁';
    expect(shape(text)).toEqual(['#甲', ' 乙', ' 丙', '丁']);
  });

  it('names the row of days that are none and of texts that are too long', () => {
    const { problems } = read(`检查内容|整改期限\n甲|尽快\n${'乙'.repeat(301)}|`);
    expect(problems.map(({ severity, row, column }) => `${severity} ${row}${column}`)).toEqual([
      'error 2B',
      'error 3',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { fillPlaces, openPlaces, placesOf } from '#shared/rules/papers/places.ts';
import { signingProblems } from '#shared/rules/papers/signing-problems.ts';
import { templateBlocks } from '#shared/rules/papers/template-text.ts';

const template: Paper = {
  ...blankPaper('letter'),
  title: '关于督办{督办事项}的函',
  addressee: '{承办单位}',
  body: templateBlocks('一、存在的问题\n{存在的问题}\n请于{反馈期限}前反馈，联系人{联系人}。'),
};

function textOf(paper: Paper): string[] {
  return paper.body.map((block) =>
    block.kind === 'paragraph' || block.kind === 'heading' ? block.runs.map(({ text }) => text).join('') : '',
  );
}

describe('places of a template', () => {
  it('are found in running text and in plain parts, each once and in order', () => {
    expect(openPlaces(template)).toEqual(['督办事项', '承办单位', '存在的问题', '反馈期限', '联系人']);
  });

  it('stay open without a value, and are known also when filled', () => {
    const filled = fillPlaces(template, { 督办事项: '高层建筑隐患整改', 反馈期限: '2026年3月31日' });
    expect(filled.title).toBe('关于督办高层建筑隐患整改的函');
    expect(openPlaces(filled)).toEqual(['承办单位', '存在的问题', '联系人']);
    expect(placesOf(filled)).toContain('反馈期限');
  });

  it('take several lines as several paragraphs', () => {
    const filled = fillPlaces(template, { 存在的问题: '疏散通道堵塞\n消防水泵故障' });
    expect(textOf(filled)).toEqual(['存在的问题', '疏散通道堵塞', '消防水泵故障', '请于前反馈，联系人。']);
  });

  it('never change the paper that they are put into', () => {
    const before = structuredClone(template);
    fillPlaces(template, { 督办事项: '隐患' });
    expect(template).toEqual(before);
  });
});

describe('what stands in the way of signing', () => {
  const facts = { needsAddressee: true, openCosigners: [] };

  it('names each missing part and each open place', () => {
    expect(signingProblems(template, facts)).toEqual([
      '还没有发文机关标志',
      '还没有落款单位',
      '还有没填的内容：督办事项、承办单位、存在的问题、反馈期限、联系人',
    ]);
    expect(signingProblems(blankPaper('standard'), facts)).toContain('还没有主送机关');
  });

  it('is nothing once all is there, and a co-signing unit that has not answered otherwise', () => {
    const whole: Paper = {
      ...blankPaper('minutes'),
      title: '全体会议纪要',
      body: templateBlocks('会议议定事项如下。'),
    };
    const ready = { ...whole, head: { ...whole.head, issuers: ['临川市消防安全委员会办公室'] } };
    expect(signingProblems(ready, { needsAddressee: false, openCosigners: [] })).toEqual([]);
    expect(signingProblems(ready, { needsAddressee: false, openCosigners: ['市公安局'] })).toEqual([
      '还没有会签：市公安局',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readCycle, readSentence } from '#shared/rules/tasks/read-sentence.ts';
import { sentencesOf } from '#shared/rules/tasks/sentences.ts';
import { type NamedUnit, unitNames } from '#shared/rules/tasks/unit-names.ts';

function unit(uid: string, name: string, shortName: string, more: Partial<NamedUnit> = {}): NamedUnit {
  return { uid, level: 'memberUnit', ofCity: true, names: [name], shortNames: [shortName], ...more };
}

const units: NamedUnit[] = [
  unit('教育', '安澜市教育局', '市教育局', { names: ['安澜市教育局', '安澜市教育体育局'] }),
  unit('民政', '安澜市民政局', '市民政局'),
  unit('住建', '安澜市住房和城乡建设局', '市住建局'),
  unit('公安', '安澜市公安局', '市公安局'),
  unit('城管', '安澜市城市管理综合行政执法局', '市城管执法局', {
    names: ['安澜市城市管理综合行政执法局', '安澜市城市管理局'],
    shortNames: ['市城管执法局', '市城管局'],
  }),
  unit('支队', '安澜市消防救援支队', '市消防支队'),
  unit('云栖教育', '云栖区教育局', '教育局', { ofCity: false }),
  unit('云栖', '云栖区', '云栖', { level: 'county' }),
  unit('澜江', '澜江区', '澜江', { level: 'county' }),
  unit('云栖街道', '云栖街道', '云栖街道', { level: 'township' }),
];
const names = unitNames(units, '安澜市', '支队');
const context = { day: '2026-09-22', workdays: null };

/** Labelled by hand: sentence, leads, supporting units, due day. */
const labelled: [string, string[], string[], string | null][] = [
  ['市住建局牵头，市教育局、市民政局配合，10月底前完成改造。', ['住建'], ['教育', '民政'], '2026-10-31'],
  ['住建局牵头，教育局、民政局配合', ['住建'], ['教育', '民政'], null],
  [
    '由市教育局会同市公安局、市消防支队开展校园检查，11月15日前报市消安办。',
    ['教育'],
    ['公安', '支队'],
    '2026-11-15',
  ],
  ['市消安办要加强督导检查', ['支队'], [], null],
  ['各县(市、区)要在2026年10月31日前全部挂牌。', ['云栖', '澜江'], [], '2026-10-31'],
  ['各县（市、区）、市教育局要建立台账', ['云栖', '澜江', '教育'], [], null],
  ['各乡镇(街道)12月底前建成消防工作站', ['云栖街道'], [], '2026-12-31'],
  [
    '各成员单位要于10月20日前报送工作总结',
    ['教育', '民政', '住建', '公安', '城管', '支队'],
    [],
    '2026-10-20',
  ],
  ['（三）清理消防车通道。（市城管执法局牵头，市公安局、市住建局配合）', ['城管'], ['公安', '住建'], null],
  ['(二)整治违规住人(责任单位：市民政局、云栖区)', ['民政', '云栖'], [], null],
  ['牵头单位：市住建局；配合单位：市公安局、市城管局', ['住建'], ['公安', '城管'], null],
  ['市教育局、市民政局按职责分工负责', ['教育', '民政'], [], null],
  ['市教育体育局负责编印教材', ['教育'], [], null],
  ['云栖区要举一反三', ['云栖'], [], null],
  ['云栖区教育局要举一反三', ['云栖教育'], [], null],
  ['请市公安局尽快查处', ['公安'], [], null],
  ['整改情况报市消安办', [], [], null],
  ['督促市教育局落实责任', [], [], null],
  ['各有关单位要提高认识', [], [], null],
  ['会议听取了市消防支队关于前三季度工作的汇报', [], [], null],
  ['9月15日，市公安局的报告已经印发', [], [], null],
];

describe('a sentence of a paper', () => {
  it.each(labelled)('%s', (sentence, leadUids, supportingUids, dueOn) => {
    expect(readSentence(sentence, names, context)).toMatchObject({ leadUids, supportingUids, dueOn });
  });

  it.each([
    ['（三）清理消防车通道。（市城管执法局牵头，市公安局配合）', '清理消防车通道'],
    ['1.开展校园消防检查；', '开展校园消防检查'],
    ['二、健全责任体系', '健全责任体系'],
  ])('is called without number and without who: %s', (sentence, title) => {
    expect(readSentence(sentence, names, context).title).toBe(title);
  });

  it('is cut at a clause where it is long, and kept whole as the content', () => {
    const sentence = `市教育局要对全市中小学校、幼儿园、校外培训机构开展一次全面检查，${'逐校建立隐患清单，'.repeat(6)}确保整改到位。`;
    const { title, content } = readSentence(sentence, names, context);
    expect(title.length).toBeLessThanOrEqual(60);
    expect(sentence.startsWith(title)).toBe(true);
    expect(sentence[title.length]).toBe('，');
    expect(content).toBe(sentence);
  });

  it.each([
    ['每月30日前报送进展情况', { kind: 'monthly', day: 30 }],
    ['每月底前反馈一次', { kind: 'monthly', day: 31 }],
    ['每季度向市消安办报告', { kind: 'quarterly', day: 31 }],
    ['每周五前调度一次并通报', { kind: 'weekly', day: 5 }],
    ['每半年报告一次', { kind: 'halfYearly', day: 31 }],
    ['每月开展一次检查', { kind: 'none' }],
    ['10月底前报送', { kind: 'none' }],
  ])('says how often it is reported: %s', (sentence, cycle) => {
    expect(readCycle(sentence)).toEqual(cycle);
  });
});

describe('a text', () => {
  it('falls into paragraphs and sentences without losing a character', () => {
    const text = '一、提高认识。各单位要重视；抓落实！\n\n（一）“严查严管。”会后报送';
    expect(sentencesOf(text)).toEqual([
      ['一、提高认识。', '各单位要重视；', '抓落实！'],
      ['（一）“严查严管。”', '会后报送'],
    ]);
  });
});

import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingNumber } from '#shared/rules/papers/numbering.ts';
import { readLine, readText, typedHeading } from '#shared/rules/papers/read-text.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', place: 'indented', runs: [{ text }] });
const heading = (level: number, text: string) => ({ kind: 'heading', level, runs: [{ text }] });

describe('typed numbers', () => {
  test.each([
    ['一、总体要求', heading(1, '总体要求')],
    ['　　十二、工作要求', heading(1, '工作要求')],
    ['（一）加强领导', heading(2, '加强领导')],
    ['(二)加强领导', heading(2, '加强领导')],
    ['（三）、加强领导', heading(2, '加强领导')],
    ['1.压实责任', heading(3, '压实责任')],
    ['2．压实责任', heading(3, '压实责任')],
    ['3、压实责任', heading(3, '压实责任')],
    ['１０. 压实责任', heading(3, '压实责任')],
    ['（1）每月一次', heading(4, '每月一次')],
    ['(2) 每月一次', heading(4, '每月一次')],
  ])('%s becomes a heading of its level and loses the number', (text, block) => {
    expect(readLine(text)).toEqual(block);
  });

  test.each(['1.5米以下的通道', '2026.5.1起施行', '一是加强领导', '第一、二季度', '（略）', '100、200两档'])(
    '%s stays a paragraph',
    (text) => {
      expect(readLine(text)).toEqual(paragraph(text));
    },
  );

  test('every number that the program prints is recognized as its level', () => {
    assert(
      property(constantFrom(1, 2, 3, 4), integer({ min: 1, max: 99 }), (level, count) => {
        const number = headingNumber(level, count);
        expect(typedHeading(`${number}加强领导`)).toEqual({ level, length: number.length });
      }),
    );
  });
});

describe('texts', () => {
  test('lines become blocks; empty lines, indents and spaces at the ends are left out', () => {
    expect(readText('一、总体要求\r\n　　各县（市、区）要落实责任。 \r\n\r\n\u3000\n1.压实责任')).toEqual([
      heading(1, '总体要求'),
      paragraph('各县（市、区）要落实责任。'),
      heading(3, '压实责任'),
    ]);
  });

  test('nothing becomes no block', () => {
    expect(readText(' \n\n')).toEqual([]);
  });

  test('neighbouring lines with the same tabs become a table with one head row', () => {
    const cell = (text: string) => ({ text, align: 'left', across: 1, down: 1 });
    expect(readText('情况如下：\n单位\t隐患数\n东城区\t3\n西山区\t\n以上。')).toEqual([
      paragraph('情况如下：'),
      {
        kind: 'table',
        caption: '',
        columns: [1, 1],
        headRows: 1,
        rows: [
          [cell('单位'), cell('隐患数')],
          [cell('东城区'), cell('3')],
          [cell('西山区'), cell('')],
        ],
        landscape: false,
      },
      paragraph('以上。'),
    ]);
  });

  test('a single line with a tab, or one that begins with a tab, is no table', () => {
    expect(readText('联系人：\t张某')).toEqual([paragraph('联系人：\t张某')]);
    expect(readText('\t第一段\n\t第二段')).toEqual([paragraph('第一段'), paragraph('第二段')]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblem } from '#shared/rules/users/password-rules.ts';
import { defaultSecurity } from '#shared/rules/users/security.ts';

const nobody = { names: [], parts: [], office: [] };
const owner = {
  names: ['王芳', 'wangfang'],
  parts: ['wang', 'fang', 'wf'],
  office: ['临川市消安办', '临川', 'linchuan', 'lcsxab'],
};
const common = { words: new Set(['michael', '5201314']), beginnings: ['woai'] };
const problemOf = (password: string) => passwordProblem(password, owner, defaultSecurity, common);

describe('the rules of passwords', () => {
  it.each([
    ['Ab-1234', '8 个字符'],
    ['abcd2468', '3 种'],
    ['wangfang-2026', '姓名'],
    ['WangFang#9', '姓名'],
    ['王芳-Aa12345', '姓名'],
    ['Wang@1985', '姓名'],
    ['2026-Fang!', '姓名'],
    ['Linchuan@0815', '本单位'],
    ['LCSXAB#119a', '本单位'],
    ['临川消防Aa12', '本单位'],
    ['Ab1-Ab1-Ab1-', '重复'],
    ['1qaz@WSX', '键盘'],
    ['!QAZ2wsx3edc', '键盘'],
    ['1q2W3e4R!', '键盘'],
    ['Zw@19850312', '生日'],
    ['aB-1985.3.12', '生日'],
    ['Abc@2024', '生日'],
    ['zQ#850312', '生日'],
    ['Michael#88', '常见'],
    ['Woaizhangli1!', '常见'],
    ['@5201314@Aa', '常见'],
    ['Qwerty-11', '键盘'],
    ['aA-654321', '键盘'],
    ['Password-2026', '常见'],
    ['P@ssw0rd2026!', '常见'],
    ['Admin@2468', '常见'],
    ['2468#Xiaofang', '常见'],
  ])('refuse %s', (password, word) => {
    expect(problemOf(password)).toContain(word);
  });

  it.each(['secret-7x', 'Fuzhou-0815', '春风又绿江南岸 Ab1', 'kQ7#vmRt', 'hydrant-2026-north'])(
    'let %s pass',
    (password) => {
      expect(problemOf(password)).toBeNull();
    },
  );

  it('hold whatever the rules of an office are: nothing shorter and nothing with the name passes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.integer({ min: 6, max: 20 }),
        (text, least) => {
          const rules = { minLength: least, kinds: 1, commonWords: [] };
          if (passwordProblem(text, { ...nobody, names: ['ab'] }, rules) !== null) return;
          expect([...text.normalize('NFKC')].length).toBeGreaterThanOrEqual(least);
          expect(text.normalize('NFKC').toLowerCase()).not.toContain('ab');
        },
      ),
    );
  });

  it('take each word of the list for no password, whatever digits stand behind it', () => {
    const anything = { minLength: 1, kinds: 1, commonWords: defaultSecurity.commonWords };
    for (const word of defaultSecurity.commonWords)
      for (const end of ['', '1', '2026', '@2026', '!'])
        expect(passwordProblem(word + end, nobody, anything), word + end).not.toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblem } from '#shared/rules/users/password-rules.ts';
import { defaultSecurity } from '#shared/rules/users/security.ts';

const problemOf = (password: string, names: string[] = ['王芳', 'wangfang']) =>
  passwordProblem(password, names, defaultSecurity);

describe('the rules of passwords', () => {
  it.each([
    ['Ab-1234', '8 个字符'],
    ['abcd2468', '3 种'],
    ['wangfang-2026', '姓名'],
    ['WangFang#9', '姓名'],
    ['王芳-Aa12345', '姓名'],
    ['Ab1-Ab1-Ab1-', '重复'],
    ['Qwerty-11', '键盘'],
    ['aA-654321', '键盘'],
    ['Password-2026', '常见'],
    ['P@ssw0rd2026!', '常见'],
    ['Admin@2468', '常见'],
    ['2468#Xiaofang', '常见'],
  ])('refuse %s', (password, word) => {
    expect(problemOf(password)).toContain(word);
  });

  it.each(['secret-7x', 'Linchuan-0815', '春风又绿江南岸 Ab1', 'kQ7#vmRt'])('let %s pass', (password) => {
    expect(problemOf(password)).toBeNull();
  });

  it('hold whatever the rules of an office are: nothing shorter and nothing with the name passes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.integer({ min: 6, max: 20 }),
        (text, least) => {
          const rules = { minLength: least, kinds: 1, commonWords: [] };
          if (passwordProblem(text, ['ab'], rules) !== null) return;
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
        expect(passwordProblem(word + end, [], anything), word + end).not.toBeNull();
  });
});

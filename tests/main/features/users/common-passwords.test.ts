import { join } from 'node:path';
import { expect, it } from 'vitest';
import { passwordProblem } from '#shared/rules/users/password-rules.ts';
import { readCommonPasswords } from '#main/features/users/common-passwords.ts';
import { passwordOwner } from '#main/features/users/password-owner.ts';

const common = readCommonPasswords(join(import.meta.dirname, '../../../../resources'));
/** Everything but the list lets anything pass. */
const anything = { minLength: 1, kinds: 1, commonWords: [] };
const nobody = { names: [], parts: [], office: [] };

it('is a list of more than a thousand words, each in small letters and once', () => {
  expect(common.words.size).toBeGreaterThan(1_000);
  expect([...common.words, ...common.beginnings].filter((word) => !/^[a-z0-9]{3,}$/u.test(word))).toEqual([]);
});

it('takes more than ten thousand of the passwords that people choose first for none', () => {
  const endings = ['', '1', '12', '123', '888', '2026', '@123', '!', '#1', '_2025'];
  const tried = [...common.words].flatMap((word) => endings.map((ending) => word + ending));
  expect(tried.length).toBeGreaterThan(10_000);
  expect(tried.filter((each) => passwordProblem(each, nobody, anything, common) === null)).toEqual([]);
  const capital = tried.map((each) => each.charAt(0).toUpperCase() + each.slice(1));
  expect(capital.filter((each) => passwordProblem(each, nobody, anything, common) === null)).toEqual([]);
});

it('knows a name in every way that it is spelt, and the place of the office', () => {
  const owner = passwordOwner('单雪梅', '临川市消防安全委员会办公室');
  const problemOf = (password: string) => passwordProblem(password, owner, anything, common);
  for (const password of ['Shanxuemei-77', 'danxuemei#x9', 'Xuemei@66', 'shan-9921', 'sxm#9921'])
    expect(problemOf(password), password).toContain('姓名');
  for (const password of ['Linchuan-7788x', 'lcsxfaqwyhbgs-7', '临川消防77'])
    expect(problemOf(password), password).toContain('本单位');
  expect(passwordOwner('王芳', '').office).toEqual([]);
});

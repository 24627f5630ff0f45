import type { SecuritySettings } from './security.ts';

/* Whether a new password is good enough: length, kinds of signs, not the name, not what everybody tries first. */

export type PasswordRules = Pick<SecuritySettings, 'minLength' | 'kinds' | 'commonWords'>;

const kindsOfSigns = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const;
const kindNames = '小写字母、大写字母、数字、其他符号';

/** What people write instead of a letter. */
const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'l',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];
const RUN = 6;

/**
 * @param names the user's name, and what it is in pinyin @returns what is wrong with it and what to do; null: nothing
 */
export function passwordProblem(
  password: string,
  names: readonly string[],
  rules: PasswordRules,
): string | null {
  const text = password.normalize('NFKC');
  if ([...text].length < rules.minLength) return `密码至少要 ${rules.minLength} 个字符`;
  if (kindsOfSigns.filter((kind) => kind.test(text)).length < rules.kinds)
    return `密码要含有${kindNames}中的至少 ${rules.kinds} 种`;
  const lower = text.toLowerCase();
  if (names.some((name) => [...name].length > 1 && lower.includes(name.toLowerCase())))
    return '密码里不能有自己的姓名或姓名拼音，请换一个';
  if (isRepeated(lower) || hasRun(lower)) return '密码不能是重复的字符或键盘上连着的一排，请换一个';
  return isCommon(lower, rules.commonWords) ? '这个密码太常见，容易被人猜到，请换一个' : null;
}

/** One sentence for the form. */
export function passwordHint({ minLength, kinds }: PasswordRules): string {
  const ofKinds = kinds > 1 ? `，含${kindNames}中的至少 ${kinds} 种` : '';
  return `至少 ${minLength} 个字符${ofKinds}，不含姓名，不用常见的密码。`;
}

/** One or two characters over and over, or a short piece that makes up all of it. */
function isRepeated(text: string): boolean {
  return new Set(text).size <= 2 || /^(.{1,4})\1+$/u.test(text);
}

function hasRun(text: string): boolean {
  return rows.some((row) => {
    const both = [row, [...row].toReversed().join('')];
    return both.some((line) =>
      Array.from({ length: line.length - RUN + 1 }, (_, at) => line.slice(at, at + RUN)).some((run) =>
        text.includes(run),
      ),
    );
  });
}

/** A common word with digits and signs before or behind it (admin2026!), or instead of its letters (P@ssw0rd). */
function isCommon(text: string, words: readonly string[]): boolean {
  const bare = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const candidates = new Set([text, bare, revealed(text), revealed(bare)]);
  return words.some((word) => candidates.has(word.toLowerCase()));
}

function revealed(text: string): string {
  return [...text].map((sign) => disguises[sign] ?? sign).join('');
}

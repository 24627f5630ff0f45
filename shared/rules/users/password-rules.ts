import { type CommonWords, isCommon, isDay, isRepeated, isWalk } from './guessed-passwords.ts';
import type { SecuritySettings } from './security.ts';

/* Whether a new password is good enough: length, kinds of signs, no name, nothing that is tried first. */

export type PasswordRules = Pick<SecuritySettings, 'minLength' | 'kinds' | 'commonWords'>;

const kindsOfSigns = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const;
const kindNames = '小写字母、大写字母、数字、其他符号';

/** Whose password it is, in small letters: in characters and in pinyin. */
export interface PasswordOwner {
  /** Nowhere in it. */
  names: readonly string[];
  /** Surname, given name, initials: not with nothing but digits and signs around. */
  parts: readonly string[];
  /** Of the office and its place: nowhere in it. */
  office: readonly string[];
}

const LEAST_NAME = 2;

/** @param common besides those of the rules @returns what is wrong with it and what to do; null: nothing */
export function passwordProblem(
  password: string,
  { names, parts, office }: PasswordOwner,
  rules: PasswordRules,
  common: CommonWords = { words: new Set(), beginnings: [] },
): string | null {
  const text = password.normalize('NFKC');
  if ([...text].length < rules.minLength) return `密码至少要 ${rules.minLength} 个字符`;
  if (kindsOfSigns.filter((kind) => kind.test(text)).length < rules.kinds)
    return `密码要含有${kindNames}中的至少 ${rules.kinds} 种`;
  const lower = text.toLowerCase();
  if (holdsOne(lower, names) || isOneOf(lower, parts)) return '不能有自己的姓名或拼音，请换一个';
  if (holdsOne(lower, office)) return '不能有本单位、本地的名称，请换一个';
  if (isRepeated(lower) || isWalk(lower)) return '不能是重复或键盘上连着的键，请换一个';
  if (isDay(lower)) return '不能主要是年份、生日，请换一个';
  const own = { words: new Set(rules.commonWords.map((word) => word.toLowerCase())), beginnings: [] };
  return isCommon(lower, common) || isCommon(lower, own) ? '太常见，容易被猜到，请换一个' : null;
}

function holdsOne(text: string, names: readonly string[]): boolean {
  return names.some((name) => [...name].length >= LEAST_NAME && text.includes(name.toLowerCase()));
}

function isOneOf(text: string, parts: readonly string[]): boolean {
  const bare = text.replaceAll(/[^\p{L}]/gu, '');
  return parts.some((part) => part !== '' && part.toLowerCase() === bare);
}

/** One sentence for the form. */
export function passwordHint({ minLength, kinds }: PasswordRules): string {
  const ofKinds = kinds > 1 ? `，含大写、小写、数字、符号中的 ${kinds} 种` : '';
  return `至少 ${minLength} 个字符${ofKinds}；不含姓名、单位名和生日，不用常见的密码。`;
}

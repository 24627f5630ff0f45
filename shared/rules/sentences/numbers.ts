import { alt, codesOf, map, type Parser, seq, startingWith, words } from './combinators.ts';

/** Longer figures are numbers of documents or telephones. */
const MOST_DIGITS = 9;
const MOST_DECIMALS = 6;

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((forms, value) =>
    [...forms].map((form) => [form, value]),
  ),
);
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };

function endOfDigits(text: string, at: number): number {
  let to = at;
  while (text.charAt(to) >= '0' && text.charAt(to) <= '9') to += 1;
  return to;
}

const arabic: Parser<number> = startingWith(codesOf('0123456789'), (text, at) => {
  let to = endOfDigits(text, at);
  if (to === at || to - at > MOST_DIGITS) return null;
  if (text.charAt(to) === '.') {
    const end = endOfDigits(text, to + 1);
    if (end - to - 1 > MOST_DECIMALS) return null;
    // A full stop behind a figure that no decimals follow is punctuation.
    if (end > to + 1) to = end;
  }
  return { value: Number(text.slice(at, to)), to };
});

const NUMERALS = codesOf([...Object.keys(DIGITS), ...Object.keys(TENS)]);

/** 十五, 二十, 一百二十; a digit behind another one is no numeral of this kind. */
const chineseWhole: Parser<number> = startingWith(NUMERALS, (text, at) => {
  let [to, sum, digit] = [at, 0, -1];
  for (; ; to += 1) {
    const character = text.charAt(to);
    const ten = TENS[character];
    const value = DIGITS[character];
    if (ten !== undefined) {
      sum += (digit === -1 ? 1 : digit) * ten;
      digit = -1;
    } else if (value !== undefined && (digit === -1 || digit === 0)) digit = value;
    else break;
  }
  return to === at ? null : { value: sum + Math.max(digit, 0), to };
});

const chineseDecimal: Parser<number> = startingWith(NUMERALS, (text, at) => {
  const whole = chineseWhole(text, at);
  if (whole === null || text.charAt(whole.to) !== '点') return null;
  let to = whole.to + 1;
  let decimals = '';
  for (let value = DIGITS[text.charAt(to)]; value !== undefined; value = DIGITS[text.charAt(to)]) {
    decimals += String(value);
    to += 1;
  }
  return decimals === '' ? null : { value: Number(`${whole.value}.${decimals}`), to };
});

const half: Parser<number> = map(words('半'), () => 0.5);

/** 3, 0.75, 三, 两, 十五, 零点五, 半. */
export const number: Parser<number> = alt(arabic, chineseDecimal, chineseWhole, half);

/** 95%, 百分之九十五. */
export const percentage: Parser<number> = alt(
  map(seq<[number, string]>(number, words('%')), ([value]) => value),
  map(seq<[string, number]>(words('百分之'), number), ([, value]) => value),
);

export const dash: Parser<string> = words('- 至 到');

const digits = '〇一二三四五六七八九';

/** Chinese numerals up to 99 as Arabic ones, where they count something: 十月三十一日 → 10月31日, 两周 → 2周. */
export function arabic(text: string): string {
  return text
    .replaceAll(/[〇零一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((digit) => digits.indexOf(digit === '零' ? '〇' : digit)).join(''),
    )
    .replaceAll(
      /[一二两三四五六七八九十]{1,3}(?=(?:个工作日|个月|月|日|天|周内|周以内|周之内|季度|号))/gu,
      (number) => valueOf(number) ?? number,
    )
    .replaceAll(/(?<=周)[一二三四五六]/gu, (number) => valueOf(number) ?? number);
}

function valueOf(number: string): string | null {
  const parts = /^([一二三四五六七八九])?(十)?([一二两三四五六七八九])?$/u.exec(number);
  if (parts === null) return null;
  const [, tens, ten, ones] = parts;
  if (ten === undefined) {
    const only = tens ?? ones;
    return tens !== undefined && ones !== undefined ? null : String(digitOf(only));
  }
  return String((tens === undefined ? 1 : digitOf(tens)) * 10 + digitOf(ones));
}

function digitOf(digit: string | undefined): number {
  if (digit === undefined) return 0;
  return digit === '两' ? 2 : digits.indexOf(digit);
}

/*
 * 统一社会信用代码 (GB 32100-2015): 17 characters and a check character, weights 3^(i-1) mod 31, without I, O, S, V, Z.
 */

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const MODULUS = CHARACTERS.length;

/** As it is compared and stored: capitals, without blanks. */
export function plainCode(text: string): string {
  return text.replaceAll(/\s/gu, '').toUpperCase();
}

/** What is wrong with a code, in words; null: nothing. @param code as of `plainCode` */
export function codeProblem(code: string): string | null {
  const length = [...code].length;
  if (length !== LENGTH) return `统一社会信用代码应为 ${LENGTH} 位，现在是 ${length} 位，请核对。`;
  const wrong = [...code].find((character) => !CHARACTERS.includes(character));
  if (wrong !== undefined) return `统一社会信用代码里不会有“${wrong}”，请对照营业执照核对。`;
  if (checkCharacter(code.slice(0, -1)) !== code.at(-1))
    return '统一社会信用代码的校验码不对（GB 32100-2015），请对照营业执照核对有没有抄错。';
  return null;
}

/** @param body the first 17 characters */
export function checkCharacter(body: string): string {
  let [sum, weight] = [0, 1];
  for (const character of body) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % MODULUS;
  }
  return CHARACTERS[(MODULUS - (sum % MODULUS)) % MODULUS] ?? '';
}

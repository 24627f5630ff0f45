/**
 * A whole number as tables have it, full-width or with its measure word: 8, ８人, 3 个.
 * @param measures every measure word that may follow, a character each
 * @returns null where it is none, or has more digits
 */
export function writtenCount(text: string, digits: number, measures: string): number | null {
  const found = new RegExp(`^(\\d{1,${digits}})\\s*[${measures}]?$`, 'u').exec(text.normalize('NFKC'));
  return found === null ? null : Number(found[1]);
}

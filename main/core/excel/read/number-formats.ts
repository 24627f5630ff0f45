/** What a number format makes of a number. */
type NumberKind = 'number' | 'date' | 'datetime' | 'time' | 'duration';

export interface NumberFormat {
  code: string;
  kind: NumberKind;
}

export const generalFormat: NumberFormat = { code: 'General', kind: 'number' };

// Formats that files name by number only, as the Chinese edition shows them (ECMA-376 part 1, 18.8.30).
const builtInCodes: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm/d/yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, 'h"时"mm"分"'],
  [35, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, 'h"时"mm"分"'],
  [56, 'h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** @param customCode the code that the file itself gives to this number, if any */
export function numberFormat(id: number, customCode?: string): NumberFormat {
  const code = customCode ?? builtInCodes.get(id);
  return code === undefined ? generalFormat : { code, kind: kindOfFormat(code) };
}

/** Tells dates and times from numbers by the letters of the format's first section. */
export function kindOfFormat(code: string): NumberKind {
  const section = firstSection(code);
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return 'duration';
  const letters = section
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/general|g\/通用格式|am\/pm|a\/p|上午\/下午/gi, '')
    .toLowerCase();
  const hasDay = /[yd]|aaa/.test(letters);
  const hasTime = /[hs]/.test(letters);
  if (hasDay) return hasTime ? 'datetime' : 'date';
  if (hasTime) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}

/** Without quoted, escaped, padding and filling characters, which are shown as they stand. */
function firstSection(code: string): string {
  const bare = code.replaceAll(/"[^"]*"?|\\.?|_.?|\*.?/gs, '');
  const end = bare.indexOf(';');
  return end === -1 ? bare : bare.slice(0, end);
}

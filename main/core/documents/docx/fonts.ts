/**
 * The official fonts. A run names one font for all its characters: .docx knows no list of fallbacks, and digits set
 * in the same font as the text turn lines where the printed pages do.
 */
export const fonts = {
  fangSong: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  mark: '方正小标宋简体',
} as const;

export type FontName = (typeof fonts)[keyof typeof fonts];

/** What a program takes where the font is not installed (`w:altName`); each comes with Windows or with WPS. */
export const otherNames: Readonly<Record<FontName, string>> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
  方正小标宋简体: '华文中宋',
};

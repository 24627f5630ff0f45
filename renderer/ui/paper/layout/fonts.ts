/*
 * The fonts that offices use for official papers. Most PCs have only some of them; pages then take the next of the
 * list in paper.module.css, and the clerk is told which one is missing.
 */

interface OfficialFont {
  /** As clerks call it. */
  name: string;
  /** Names under which systems know it or an equal one. */
  families: readonly string[];
}

const officialFonts: readonly OfficialFont[] = [
  { name: '方正小标宋', families: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S'] },
  { name: '仿宋', families: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'] },
  { name: '楷体', families: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi'] },
  { name: '黑体', families: ['黑体', 'SimHei'] },
  { name: '宋体', families: ['宋体', 'SimSun'] },
];

/** Bold, 思源宋体 comes near to 小标宋; 华文中宋 is near as it is. */
const strongEnough = [...(officialFonts[0]?.families ?? []), '华文中宋', 'STZhongsong'];

/** Chinese characters are equally wide in all fonts, Latin ones are not. */
const SAMPLE = 'mmmmmwwwwwllliii0123456789';
const generic = ['monospace', 'sans-serif', 'serif'] as const;

const known = new Map<string, boolean>();

function isInstalled(family: string): boolean {
  const found = known.get(family) ?? measure(family);
  known.set(family, found);
  return found;
}

/** A font that is there changes the width of at least one generic font's sample. */
function measure(family: string): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return false;
  const width = (font: string): number => {
    context.font = `72px ${font}`;
    return context.measureText(SAMPLE).width;
  };
  return generic.some((name) => width(`"${family}", ${name}`) !== width(name));
}

/** Names of the official fonts that this PC does not have. */
export function missingFonts(): string[] {
  return officialFonts.filter(({ families }) => !families.some(isInstalled)).map(({ name }) => name);
}

/** Weight of head mark and titles in what stands for 小标宋 here. */
export function markWeight(): 'normal' | 'bold' {
  return strongEnough.some(isInstalled) ? 'normal' : 'bold';
}

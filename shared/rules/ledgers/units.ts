/* Units as people write them behind a number or in a heading; what is in another unit is asked about, never taken over. */

/** Other words for a unit of the program. */
const synonyms: Readonly<Record<string, string>> = {
  人: '名 个 位 人次',
  人次: '人 名 个 位',
  名: '人 个 位',
  户: '家',
  吨: 't',
  MPa: '兆帕',
  mm: '毫米',
  'L/s': '升/秒 升每秒 升秒',
  'km²': '㎢ 平方公里 平方千米',
  '㎢': 'km² 平方公里 平方千米',
  '㎡': 'm² 平方米 平米 平方',
  分钟: '分 min',
  小时: '个小时 时 h 学时 课时 个学时',
  个工作日: '工作日',
  台: '台(套) 套 个 部',
  份: '张 册 本',
  元: '圆 块',
  // A bare 元 is converted, see readNumber.
  万元: '元',
};
/** What is mistaken for one of them. */
const others =
  '公斤 千克 kg 克 g 斤 kpa 千帕 pa 帕 bar 巴 米 m 厘米 cm 公里 千米 km 立方米 立方 m3 方 升 l 天 日 个月 月 年 秒 s 亩 公顷 元/人';

const known: ReadonlySet<string> = new Set(
  [...Object.keys(synonyms), ...Object.values(synonyms).join(' ').split(' '), ...others.split(' ')].map(
    plain,
  ),
);

export function isUnit(text: string): boolean {
  return known.has(plain(text));
}

/** @param text empty: a bare number is in the unit itself; what counts things of no unit is any word */
export function isUnitOf(unit: string, text: string): boolean {
  const written = plain(text);
  if (written === '' || written === plain(unit)) return true;
  if (unit === '') return /^\p{Script=Han}{1,4}$/u.test(written);
  return (synonyms[unit] ?? '').split(' ').map(plain).includes(written);
}

/** DN100 and φ100 are diameters in mm. */
export function withoutMark(text: string, unit: string): string {
  return unit === 'mm' ? text.replace(/^(?:dn|φ|ф|⌀|ø)/u, '') : text;
}

/** 常住人口(万人): the unit, with what it is multiplied by; null where the heading names none. */
export function unitOfHeading(heading: string): string | null {
  const [, written = ''] = /\(([^()]+)\)$/u.exec(heading.normalize('NFKC').trim()) ?? [];
  const unit = written.replace(/^单位[::]?/u, '').trim();
  return isUnit(unit.replace(/^[百千万亿](?=.)/u, '')) ? unit : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

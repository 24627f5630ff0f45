import { shortName } from '../../divisions.ts';
import type { OrganizationLevel } from './levels.ts';

/** Usual short names of departments; the office's own document decides. */
const usualShortNames: readonly (readonly [ending: string, short: string])[] = [
  ['发展和改革委员会', '发改委'],
  ['发展和改革局', '发改局'],
  ['科学技术局', '科技局'],
  ['工业和信息化局', '工信局'],
  ['民族宗教事务局', '民宗局'],
  ['人力资源和社会保障局', '人社局'],
  ['住房和城乡建设局', '住建局'],
  ['城市管理局', '城管局'],
  ['交通运输局', '交通局'],
  ['文化广电和旅游局', '文旅局'],
  ['文化和旅游局', '文旅局'],
  ['卫生健康委员会', '卫健委'],
  ['卫生健康局', '卫健局'],
  ['应急管理局', '应急局'],
  ['国有资产监督管理委员会', '国资委'],
  ['市场监督管理局', '市场监管局'],
  ['国防动员办公室', '国动办'],
  ['消防救援支队', '消防支队'],
  ['消防救援大队', '消防大队'],
];
const LIMIT = 30;

/** The short name that is proposed until the clerk says otherwise. */
export function defaultShortName(name: string, level: OrganizationLevel): string {
  const short = level === 'memberUnit' ? shortDepartment(name) : shortName(name, level);
  return [...short].slice(0, LIMIT).join('');
}

function shortDepartment(name: string): string {
  const known = usualShortNames.find(([ending]) => name.endsWith(ending));
  // 江州市公安局 → 公安局: within a city everybody leaves its name out.
  return known?.[1] ?? name.replace(/^.{2,6}?(?:市|州|盟|地区)(?=.{3})/u, '');
}

/**
 * Short names of siblings; where two would be the same (城关镇 beside 城关街道), those keep their full names.
 */
export function siblingShortNames(names: readonly string[], level: OrganizationLevel): string[] {
  const shorts = names.map((name) => defaultShortName(name, level));
  const counts = new Map<string, number>();
  for (const short of shorts) counts.set(short, (counts.get(short) ?? 0) + 1);
  return shorts.map((short, index) => (counts.get(short) === 1 ? short : (names[index] ?? short)));
}

import type { LedgerRequirement } from '../requirements.ts';

/*
 * What the program begins with; the office changes it. The standard of 2015 names what a micro station has, not how
 * many; numbers for towns are the program's own until the office enters those of its standard.
 */

const OF_MICRO = '数量由本程序拟定，可以修改(种类见公消〔2015〕301号)';
const OWN = '本程序拟定，可以修改';

const micro: readonly [string, number][] = [
  ['灭火器', 8],
  ['消防水带、水带', 6],
  ['消防水枪、水枪', 2],
  ['手持对讲机、对讲机', 3],
  ['消防头盔', 6],
  ['灭火防护服、消防员灭火防护服', 6],
  ['防护靴、消防员灭火防护靴', 6],
  ['破拆工具', 1],
];

const town: readonly [string, number][] = [
  ['消防水带、水带', 20],
  ['消防水枪、水枪', 4],
  ['消防头盔', 10],
  ['灭火防护服、消防员灭火防护服', 10],
  ['防护靴、消防员灭火防护靴', 10],
  ['空气呼吸器、正压式消防空气呼吸器、正压式空气呼吸器', 4],
  ['手持对讲机、对讲机', 6],
  ['强光手电、手提式强光照明灯', 6],
  ['机动消防泵、手抬机动消防泵', 1],
];

export const usualEquipment: readonly LedgerRequirement[] = [
  ...micro.map(([item, value]) => ({ kind: 'micro', item, value, source: OF_MICRO })),
  ...town.map(([item, value]) => ({ kind: 'town', item, value, source: OWN })),
];

import type { DivisionMark } from '#shared/divisions.ts';

const zoneWords =
  /开发区|高新区|经开区|管理区|新区|管委会|管理委员会|园区|工业园|产业园|科技园|创业园|工业区|产业基地|示范区|试验区|实验区|保税区|度假区|合作区|聚集区|集聚区/u;
/** 开发区街道 is a street like any other; 孝感开发区丹阳办事处 is one within a zone. */
const ordinaryTownship = /(?:街道|镇|乡|办事处|社区)$/u;

/** The statistical code rules number areas run by a management committee from 71 to 79 within their city. */
export function countyMarks(code: string): DivisionMark[] {
  return /7[1-9]$/u.test(code) ? ['developmentZone'] : [];
}

/** The code says nothing dependable on this level (farms and zones share 400–599), so the name decides. */
export function townshipMarks(name: string): DivisionMark[] {
  if (name.endsWith('直辖村级区划')) return ['directVillages'];
  const plain = name.replace(/[（(].*$/u, '');
  return zoneWords.test(plain) && !ordinaryTownship.test(plain) ? ['developmentZone'] : [];
}

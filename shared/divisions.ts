/**
 * - `developmentZone`: run by a management committee, not a division by law; assessed like its peers.
 * - `directVillages`: no township at all, but the source's holder of villages that belong directly to the county.
 */
export type DivisionMark = 'developmentZone' | 'directVillages';

export interface Province {
  /** Two digits. */
  code: string;
  name: string;
}

/** A city whose committee office may use the program: also prefectures, municipalities and counties run by the province. */
export interface City {
  /** Four digits (GB/T 2260 without trailing zeros; a municipality ends in 00), six if run by the province. */
  code: string;
  name: string;
  provinceCode: string;
  provinceName: string;
}

/** A county (six digits) with its townships, or a township (nine digits) without children. */
export interface Division {
  code: string;
  name: string;
  level: 'county' | 'township';
  marks: DivisionMark[];
  children: Division[];
}

export interface Village {
  /** Twelve digits. */
  code: string;
  name: string;
}

export type DivisionLevel = 'city' | Division['level'] | 'village';

/** Peoples whose divisions often leave out 族: 博尔塔拉蒙古自治州. The others are taken off only with it. */
const namesWithoutZu =
  '朝鲜|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|俄罗斯|塔塔尔|乌孜别克|维吾尔|门巴|珞巴';
const namesWithZu =
  '汉|壮|满|回|苗|土家|彝|藏|布依|侗|瑶|白|哈尼|黎|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|景颇|' +
  '撒拉|毛南|布朗|普米|阿昌|怒|京|基诺|德昂|保安|裕固|独龙|赫哲|高山';
const lastPeople = new RegExp(
  `^(.{2,}?)((?:${namesWithZu}|${namesWithoutZu})族|(?:${namesWithoutZu})|各族)+$`,
  'u',
);

/** 长阳土家族 → 长阳; a place called after its people keeps its name: 东乡族 → 东乡, 鄂温克族 → 鄂温克. */
function withoutPeoples(name: string): string {
  const place = lastPeople.exec(name)?.[1] ?? name;
  return place.length > 2 && place.endsWith('族') ? place.slice(0, -1) : place;
}

function strip(name: string, endings: readonly RegExp[]): string {
  for (const ending of endings) {
    const rest = name.replace(ending, '');
    if (rest !== name && rest.length >= 2) return rest;
  }
  return name;
}

function shortZone(name: string): string {
  return strip(name, [/(?:管委会|管理委员会)$/u])
    .replace(/(?:火炬)?高新?技术(?:产业)?开发区$/u, '高新区')
    .replace(/经济(?:技术)?开发区$/u, '经开区');
}

/** Without 区 these say nothing (北戴河新) or name a neighbour (井陉矿区 beside 井陉县); but 清新区, 下花园区 may lose it. */
const keepsDistrict =
  /(?:.{2}新|.{3}园|矿|市中|开发|高新|经开|管理|示范|试验|实验|保税|度假|风景名胜|合作|食品|聚集|集聚)区$/u;

function shortCounty(name: string): string {
  const autonomous = strip(name, [/自治[县旗州]$/u]);
  if (autonomous !== name) return withoutPeoples(autonomous);
  const zone = shortZone(name);
  return zone !== name || keepsDistrict.test(name) ? zone : strip(name, [/(?<=神农架)林区$/u, /[县市区]$/u]);
}

function shortCity(name: string): string {
  return /(?:地区|盟)$/u.test(name) ? strip(name, [/(?:地区|盟)$/u]) : shortCounty(name);
}

function shortTownship(name: string): string {
  const zone = shortZone(name);
  if (zone !== name) return zone;
  if (/民族(?:乡|镇|苏木)$/u.test(name))
    return withoutPeoples(strip(name, [/(?:少数)?民族(?:乡|镇|苏木)$/u]));
  if (/族(?:乡|镇)$/u.test(name)) return withoutPeoples(strip(name, [/[乡镇]$/u]));
  return strip(name, [/(?:街道)?办事处(?:街道|乡)?$/u, /街道$/u, /(?:镇|乡|苏木)$/u]);
}

function shortVillage(name: string): string {
  return name
    .replace(/社区(?:居民委员会|居委会)$/u, '社区')
    .replace(/居民委员会$/u, '居委会')
    .replace(/(?<=.)村?村(?:民委员会|委会)$/u, '村');
}

const shortNames: Record<DivisionLevel, (name: string) => string> = {
  city: shortCity,
  county: shortCounty,
  township: shortTownship,
  village: shortVillage,
};

/**
 * The default short name, which the clerk may change: 市, 县, 区, 镇, 乡 and 街道(办事处) are taken off where at
 * least two characters stay (新县 stays 新县), autonomous divisions lose their peoples (长阳土家族自治县 → 长阳),
 * zones get their usual abbreviation (…经济技术开发区 → …经开区), village committees become their village.
 */
export function shortName(name: string, level: DivisionLevel): string {
  return shortNames[level](name);
}

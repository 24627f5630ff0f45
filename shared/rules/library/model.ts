/** 国家法律 … 本级文件, the highest first. */
export const libraryLevels = [
  'law',
  'regulation',
  'departmentRule',
  'localRegulation',
  'normative',
  'standard',
  'superior',
  'own',
] as const;
export type LibraryLevel = (typeof libraryLevels)[number];

export const levelNames: Readonly<Record<LibraryLevel, string>> = {
  law: '国家法律',
  regulation: '行政法规',
  departmentRule: '部门规章',
  localRegulation: '地方性法规',
  normative: '规范性文件',
  standard: '标准',
  superior: '上级文件',
  own: '本级文件',
};

export const validities = ['valid', 'amended', 'repealed', 'replaced'] as const;
export type Validity = (typeof validities)[number];

export const validityNames: Readonly<Record<Validity, string>> = {
  valid: '有效',
  amended: '已修改',
  repealed: '已废止',
  replaced: '被替代',
};

/** How an entry stands on a day: what was entered of it, and what its days in force say. */
export type Standing = Validity | 'notYet' | 'expired';

export const standingNames: Readonly<Record<Standing, string>> = {
  ...validityNames,
  notYet: '尚未施行',
  expired: '已失效',
};

interface InForce {
  validity: Validity;
  inForceFrom: string | null;
  inForceTo: string | null;
}

export function standingOn({ validity, inForceFrom, inForceTo }: InForce, day: string): Standing {
  if (validity === 'repealed' || validity === 'replaced') return validity;
  if (inForceTo !== null && inForceTo < day) return 'expired';
  return inForceFrom !== null && inForceFrom > day ? 'notYet' : validity;
}

/** Nothing should rest on it any more. */
export function isOutdated(standing: Standing): boolean {
  return standing === 'repealed' || standing === 'replaced' || standing === 'expired';
}

import {
  levelNames,
  libraryLevels,
  type LibraryLevel,
  validities,
  validityNames,
  type Validity,
} from './model.ts';

const otherLevels: Readonly<Record<string, LibraryLevel>> = {
  法律: 'law',
  法规: 'regulation',
  规章: 'departmentRule',
  部委规章: 'departmentRule',
  国家标准: 'standard',
  行业标准: 'standard',
  地方标准: 'standard',
  建设标准: 'standard',
  省级文件: 'superior',
  本单位文件: 'own',
  市级文件: 'own',
};
const otherValidities: Readonly<Record<string, Validity>> = {
  现行有效: 'valid',
  现行: 'valid',
  是: 'valid',
  已修订: 'amended',
  已修正: 'amended',
  修改: 'amended',
  废止: 'repealed',
  失效: 'repealed',
  已失效: 'repealed',
  否: 'repealed',
  已被替代: 'replaced',
  替代: 'replaced',
  已替代: 'replaced',
};

/** @returns null where it is not understood */
export function readLevel(written: string): LibraryLevel | null {
  return libraryLevels.find((level) => levelNames[level] === written) ?? otherLevels[written] ?? null;
}

/** @returns null where it is not understood */
export function readValidity(written: string): Validity | null {
  return validities.find((each) => validityNames[each] === written) ?? otherValidities[written] ?? null;
}

/** What a title and a number tell of the level by themselves. */
export function guessLevel(title: string, number: string): LibraryLevel {
  if (/^(?:GB|GA|XF|JGJ|CJJ|AQ|DB\d|T\/|建标)/u.test(number)) return 'standard';
  if (/^中华人民共和国.+法$/u.test(title)) return 'law';
  if (/国务院令/u.test(number)) return 'regulation';
  if (/(?:部|总局|委员会|委)令/u.test(number)) return 'departmentRule';
  if (/(?:省|自治区|市|州).*条例$/u.test(title)) return 'localRegulation';
  if (title.endsWith('条例')) return 'regulation';
  return 'normative';
}

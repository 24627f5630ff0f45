import { inspectorRoleNames } from '#shared/rules/inspectors/model.ts';
import type { ImportedValues } from './interpret.ts';

const texts = [
  ['post', '职务'],
  ['phone', '电话'],
  ['note', '备注'],
  ['leftOn', '离开日期'],
] as const;

/** What a row says anew of somebody in the pool; an empty cell leaves what is stored. */
export function changesOf(
  stored: ImportedValues,
  said: ImportedValues,
): { values: ImportedValues; changes: string[] } {
  const values = { ...stored };
  const changes: string[] = [];
  for (const [field, label] of texts) {
    const [now, wanted] = [stored[field] ?? '', said[field] ?? ''];
    // Cells are read without line breaks; a note that has some is still the same.
    if (wanted === '' || plain(now) === plain(wanted)) continue;
    Object.assign(values, { [field]: wanted });
    changes.push(`${label} ${now === '' ? '' : `${now} → `}${wanted}`);
  }
  const isUnitSaid = said.organizationUid !== null || said.unit !== '';
  if (isUnitSaid && (said.organizationUid !== stored.organizationUid || said.unit !== stored.unit)) {
    values.organizationUid = said.organizationUid;
    values.unit = said.unit;
    changes.push('改单位');
  }
  if (said.homeCountyUid !== null && said.homeCountyUid !== stored.homeCountyUid) {
    values.homeCountyUid = said.homeCountyUid;
    changes.push('改回避区县');
  }
  if (said.roles.length > 0 && said.roles.join() !== stored.roles.join()) {
    values.roles = said.roles;
    changes.push(`角色 ${said.roles.map((role) => inspectorRoleNames[role]).join('、')}`);
  }
  if (said.skillNames.length > 0 && !isSameSet(said.skillNames, stored.skillNames)) {
    values.skillNames = said.skillNames;
    changes.push(`专长 ${said.skillNames.join('、')}`);
  }
  return { values, changes };
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)];
  return first.size === second.size && [...first].every((each) => second.has(each));
}

function plain(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

import type { WorkingEntry } from '#shared/rules/rosters/working-copy.ts';
import type { EntryRow } from '../queries.ts';
import { toEntry } from '../roster.ts';

/** As it will be, with the unit as lists show it. */
interface Understood {
  entry: WorkingEntry;
  unit: string;
}

/** What becomes another of who sits there, in words; a phone that is not given stays. */
export function changesOf({ entry, unit }: Understood, held: EntryRow): string[] {
  const before = toEntry(held);
  const { officePhone, mobile } = entry.person;
  return [
    ...(isSameUnit(entry, held) ? [] : [changed('单位', before.unit, unit)]),
    ...differing('职务', held.post, entry.post),
    ...(entry.substitute === before.substitute ? [] : [entry.substitute ? '改为代理' : '不再代理']),
    ...differing('备注', held.note, entry.note),
    ...(officePhone === '' ? [] : differing('办公电话', held.office_phone, officePhone)),
    ...(mobile === '' ? [] : differing('手机', held.mobile, mobile)),
  ];
}

/** An organization is known by what it is, whatever it is called. */
export function isSameUnit(entry: WorkingEntry, held: Pick<EntryRow, 'organization_uid' | 'unit'>): boolean {
  if (entry.organizationUid !== held.organization_uid) return false;
  return entry.organizationUid !== null || entry.unit === held.unit;
}

/** What is understood of a newcomer where it does not stand in the row as such. */
export function wordsOf({ entry, unit }: Understood, isUnitWritten: boolean): string[] {
  const kept = entry.unit === '' ? '' : '按文字保存';
  if (isUnitWritten) return kept === '' ? [] : [`单位${kept}`];
  return [
    ...(unit === '' ? [] : [`单位“${unit}”${kept}`]),
    ...(entry.post === '' ? [] : [`职务“${entry.post}”`]),
  ];
}

function differing(label: string, before: string, now: string): string[] {
  return before === now ? [] : [changed(label, before, now)];
}

function changed(label: string, before: string, now: string): string {
  return `${label} ${before === '' ? '' : `${before} → `}${now === '' ? '空' : now}`;
}

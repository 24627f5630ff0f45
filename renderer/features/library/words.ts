import {
  isOutdated,
  levelNames,
  libraryLevels,
  type Standing,
  validities,
  validityNames,
} from '#shared/rules/library/model.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

/** Whose changes make what is shown of the library old: its own, and what may cite it. */
export const libraryTables: readonly string[] = [
  'library_entry',
  'library_clause',
  'attachment',
  'received_paper',
  'checklist',
  'checklist_item',
  'scheme',
  'scheme_category',
  'indicator',
  'setting',
  'establishment_kind',
];

export const levelOptions = libraryLevels.map((value) => ({ value, label: levelNames[value] }));
export const validityOptions = validities.map((value) => ({ value, label: validityNames[value] }));

export function lightOf(standing: Standing): Light {
  if (isOutdated(standing)) return 'red';
  if (standing === 'notYet') return 'plain';
  return standing === 'amended' ? 'yellow' : 'green';
}

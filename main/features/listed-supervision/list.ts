import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';

export function isInView(row: ListedRow, view: 'all' | 'open' | 'late' | 'delisted'): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'open':
      return row.state !== 'delisted';
    case 'late':
      return row.state === 'overdue' || row.boardLate || row.missingProgress !== null;
    case 'delisted':
      return row.state === 'delisted';
  }
}

/** Whether it was on the list on any of these days. */
export function isListedIn(
  { listedOn, delistedOn }: ListedRow,
  { from, to }: { from: string; to: string },
): boolean {
  return listedOn <= to && (delistedOn === null || delistedOn >= from);
}

/** Text in name, place, hazards or address, or the name's pinyin initials. */
export function isMeant({ name, organizationName, hazards, address }: ListedRow, text: string): boolean {
  const wanted = text.toLowerCase();
  if (wanted === '') return true;
  const words = `${name} ${organizationName} ${hazards} ${address}`.toLowerCase();
  return words.includes(wanted) || ` ${initialsOf(name)}`.includes(` ${wanted}`);
}

import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';

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
  return isSaid(text, name, [name, organizationName, hazards, address]);
}

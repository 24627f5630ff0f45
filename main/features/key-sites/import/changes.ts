import type { ReadSite } from '#shared/rules/key-sites/read-table.ts';
import type { ImportedValues } from './interpret.ts';
import type { KnownSite } from './known-sites.ts';

/** One value that the import would replace, in words. */
export interface Change {
  field: string;
  from: string;
  to: string;
}

interface Looked {
  /** Null: the row does not say more than the county. */
  organizationId: number | null;
  trade: ImportedValues['trade'];
  kindIds: readonly number[];
  nameOfTrade: (id: number) => string;
}

const texts = [
  ['address', '地址', 'address'],
  ['responsiblePerson', '负责人', 'responsible_person'],
  ['phone', '电话', 'phone'],
  ['note', '备注', 'note'],
  ['closedOn', '退出日期', 'closed_on'],
] as const;

/** What a row says anew of a site of the ledger; an empty cell leaves what is stored. */
export function changesOf(
  { record, kindIds }: KnownSite,
  read: ReadSite,
  looked: Looked,
): { values: ImportedValues; changes: Change[] } {
  if (record === null) throw new Error('a newcomer is compared with nothing');
  const changes: Change[] = [];
  const values: ImportedValues = {
    name: record.name,
    organizationId: looked.organizationId ?? record.organization_id,
    address: record.address,
    trade: record.trade_id === null ? null : { id: record.trade_id },
    kindIds: looked.kindIds,
    responsiblePerson: record.responsible_person,
    phone: record.phone,
    note: record.note,
    closedOn: record.closed_on,
  };
  for (const [field, label, column] of texts) {
    const [said, stored] = [read[field], record[column] ?? ''];
    // Cells are read without line breaks; a note that has some is still the same.
    if (said === null || said === '' || plain(said) === plain(stored)) continue;
    Object.assign(values, { [field]: said });
    changes.push({ field: label, from: stored, to: said });
  }
  if (values.organizationId !== record.organization_id)
    changes.push({ field: '所在地', from: '', to: read.township });
  if (looked.trade !== null && !isTrade(looked.trade, record.trade_id)) {
    values.trade = looked.trade;
    const from = record.trade_id === null ? '' : looked.nameOfTrade(record.trade_id);
    changes.push({ field: '行业', from, to: read.trade });
  }
  if (
    new Set([...kindIds, ...looked.kindIds]).size !== kindIds.length ||
    looked.kindIds.length !== kindIds.length
  )
    changes.push({ field: '类别', from: '', to: '' });
  return { values, changes };
}

function isTrade(trade: { id: number } | { newName: string }, id: number | null): boolean {
  return 'id' in trade && trade.id === id;
}

function plain(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

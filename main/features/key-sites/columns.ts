import type { KeySiteFields } from '#shared/contract/key-sites.ts';
import { comparedText } from '#shared/rules/key-sites/same-site.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { indexedText } from '#main/features/search/index.ts';
import { kindsOfSites } from './queries.ts';

/** A site with local ids in the place of uids. */
export interface SiteValues
  extends Pick<KeySiteFields, 'name' | 'address' | 'responsiblePerson' | 'phone' | 'note' | 'closedOn'> {
  organizationId: number;
  tradeId: number | null;
}

/** All columns, with what is computed from them. */
export function siteColumnsOf(site: SiteValues): RowValues {
  const { name, address, responsiblePerson, phone } = site;
  return {
    name,
    organization_id: site.organizationId,
    address,
    trade_id: site.tradeId,
    responsible_person: responsiblePerson,
    phone,
    note: site.note,
    closed_on: site.closedOn,
    name_key: comparedText(name),
    address_key: comparedText(address),
    search_text: indexedText(name, address, responsiblePerson, phone),
  };
}

/** @returns whether anything changed */
export function writeKinds(db: WriteStore, siteId: number, kindIds: readonly number[]): boolean {
  const links = db.all(kindsOfSites, { ids: JSON.stringify([siteId]) });
  const gone = links.filter((link) => !kindIds.includes(link.kind_id));
  const fresh = new Set(kindIds.filter((id) => !links.some((link) => link.kind_id === id)));
  for (const { id } of gone) db.remove('key_site_kind', id);
  for (const kindId of fresh) db.insert('key_site_kind', { site_id: siteId, kind_id: kindId });
  return gone.length + fresh.size > 0;
}

import type { KeySite, KeySiteDetail, KeySiteFields } from '#shared/contract/key-sites.ts';
import { AppError } from '#shared/errors.ts';
import { comparedText, identityKeys } from '#shared/rules/key-sites/same-site.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { Places } from './places.ts';
import { allKinds, allTrades, kindsOfSites, siteByUid, type SiteRecord, sitesOfName } from './queries.ts';

/** As pages show them. */
export function rowsOf(
  db: ReadStore,
  records: readonly SiteRecord[],
  places: Places,
  today: string,
): KeySite[] {
  const trades = new Map(db.all(allTrades).map((trade) => [trade.id, trade]));
  const kinds = db.all(allKinds);
  const ids = JSON.stringify(records.map(({ id }) => id));
  const kindIds = Map.groupBy(db.all(kindsOfSites, { ids }), (link) => link.site_id);
  return records.map((record) => {
    const trade = trades.get(record.trade_id ?? 0);
    const own = new Set(kindIds.get(record.id)?.map((link) => link.kind_id));
    return {
      uid: record.uid,
      name: record.name,
      organizationUid: places.byId(record.organization_id)?.uid ?? '',
      ...places.namesOn(record.organization_id, dayOfNames(record, today)),
      address: record.address,
      tradeUid: trade?.uid ?? null,
      tradeName: trade?.name ?? '',
      kinds: kinds.filter(({ id }) => own.has(id)).map(({ uid, name, role }) => ({ uid, name, role })),
      responsiblePerson: record.responsible_person,
      phone: record.phone,
      note: record.note,
      closedOn: record.closed_on,
    };
  });
}

function dayOfNames({ closed_on: closedOn }: SiteRecord, today: string): string {
  return closedOn !== null && closedOn < today ? closedOn : today;
}

export function detailOf(db: ReadStore, record: SiteRecord, places: Places, today: string): KeySiteDetail {
  const [row] = rowsOf(db, [record], places, today);
  if (row === undefined) throw new AppError('notFound', { what: '这个重点单位' });
  const similar = similarTo(db, {
    name: record.name,
    address: record.address,
    organizationId: record.organization_id,
    exceptId: record.id,
  });
  return { ...row, similar: rowsOf(db, similar, places, today) };
}

interface Entered {
  name: string;
  address: string;
  organizationId: number;
  exceptId: number | null;
}

/** Sites that are likely the same as what is entered. */
export function similarTo(db: ReadStore, { exceptId, ...entered }: Entered): SiteRecord[] {
  const keys = identityKeys(entered);
  const nameKey = comparedText(entered.name);
  if (nameKey === '') return [];
  return db
    .all(sitesOfName, { nameKey })
    .filter((site) => site.id !== exceptId && keysOf(site).some((key) => keys.includes(key)));
}

function keysOf({ name, address, organization_id: organizationId }: SiteRecord): string[] {
  return identityKeys({ name, address, organizationId });
}

/** What a clerk can change of it. */
export function fieldsOf(row: KeySite): KeySiteFields {
  const { name, organizationUid, address, tradeUid, responsiblePerson, phone, note, closedOn } = row;
  const kindUids = row.kinds.map(({ uid }) => uid);
  return { name, organizationUid, address, tradeUid, kindUids, responsiblePerson, phone, note, closedOn };
}

/** @throws AppError notFound */
export function requireSite(db: ReadStore, uid: string): SiteRecord {
  const record = db.get(siteByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个重点单位' });
  return record;
}

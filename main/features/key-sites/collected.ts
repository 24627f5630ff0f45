import { type NewKeySite, newSiteSchema } from '#shared/contract/key-sites.ts';
import { AppError } from '#shared/errors.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
  type RowValues,
} from '#shared/rules/collections/definition.ts';
import { identityKeys } from '#shared/rules/key-sites/same-site.ts';
import type { CollectedLedger, LandedRow, LedgerScope } from '#main/core/fields/collected-ledger.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { editHandlers, storedFields } from './edit.ts';
import { type Place, Places } from './places.ts';
import { allSites, allTrades, type SiteRecord } from './queries.ts';
import { requireSite, similarTo } from './rows.ts';

const BLANK_ROWS = 20;
/** What a unit may change of a site that is there; its name is how it is known. */
const changeable = ['address', 'tradeUid', 'responsiblePerson', 'phone', 'note'] as const;

/** Key sites (重点单位) of each township, of a county those whose township is not known; new ones are added. */
export const collectedSites: CollectedLedger = {
  key: 'keySites',
  name: '重点单位核对',
  instruction:
    '请逐家核对地址、行业、负责人和电话，不对的改正、缺的补上；辖区内还有没列到的重点单位，写在下面的空行里。已停业的在备注里写明“已停业”。',
  definition: ({ db }) => definitionOf(db),
  rowsOf: rowsByPlace,
  keysAreRecords: true,
  knownBy({ db, today }) {
    const places = new Places(db, today);
    const trades = new Map(db.all(allTrades).map(({ id, name }) => [id, name]));
    return (organizationUid, values) => {
      const site = sameSite(places.require(organizationUid), values, db);
      return site === undefined ? null : rowOf(site, trades);
    };
  },
  newBy({ db, today }) {
    const places = new Places(db, today);
    return (organizationUid, { name = '', address = '' }) =>
      identityKeys({ name, address, organizationId: places.require(organizationUid).id });
  },
  land(units, context) {
    const places = new Places(context.db, context.today);
    return units.reduce(
      (changed, { organizationUid, rows }) =>
        changed +
        rows.filter((row) => landSite(places.require(organizationUid), row, { ...context, places })).length,
      0,
    );
  },
};

function definitionOf(db: ReadStore): CollectionDefinition {
  const choices = db.all(allTrades).map(({ name }) => name);
  return {
    rows: 'givenAndFree',
    blankRows: BLANK_ROWS,
    columns: [
      collectedColumn('name', '单位名称', { locked: true, required: true }),
      collectedColumn('address', '地址', { required: true }),
      choices.length === 0
        ? collectedColumn('trade', '行业')
        : collectedColumn('trade', '行业', { kind: 'choice', choices }),
      collectedColumn('responsiblePerson', '负责人'),
      collectedColumn('phone', '电话'),
      collectedColumn('note', '备注'),
    ],
  };
}

function rowsByPlace({ db, today }: LedgerScope): ReadonlyMap<string, GivenRow[]> {
  const places = new Places(db, today);
  const trades = new Map(db.all(allTrades).map(({ id, name }) => [id, name]));
  const open = db.all(allSites).filter(({ closed_on }) => closed_on === null || closed_on > today);
  const byPlace = Map.groupBy(open, ({ organization_id }) => organization_id);
  return new Map(
    places.inOrder
      .filter((place) => places.existsToday(place) && (place.level === 'township' || byPlace.has(place.id)))
      .map((place) => [place.uid, (byPlace.get(place.id) ?? []).map((site) => rowOf(site, trades))]),
  );
}

function rowOf(site: SiteRecord, trades: ReadonlyMap<number, string>): GivenRow {
  const { uid, name, address, responsible_person: responsiblePerson, phone, note } = site;
  const trade = trades.get(site.trade_id ?? 0) ?? '';
  const values = Object.entries({ name, address, trade, responsiblePerson, phone, note });
  return { key: uid, values: Object.fromEntries(values.filter(([, value]) => value !== '')), ranges: {} };
}

interface Landing extends WriteContext {
  places: Places;
}

/** @returns whether anything was stored @throws AppError refused naming the site */
function landSite(place: Place, { key, values }: LandedRow, context: Landing): boolean {
  if (key !== null) return correctSite(requireSite(context.db, key), values, context);
  // It was entered here meanwhile: what is stored is not overwritten unasked.
  if (sameSite(place, values, context.db) !== undefined) return false;
  const { name = '', address = '', trade, responsiblePerson = '', phone = '', note = '' } = values;
  const tradeUid = trade === undefined ? null : tradeUidOf(trade, context.db);
  const site = {
    name,
    organizationUid: place.uid,
    address,
    tradeUid,
    kindUids: [],
    responsiblePerson,
    phone,
    note,
  };
  editHandlers.add({ items: [sound(site, name)] }, context);
  return true;
}

/** What a row of a unit's own is about, if that is there already. */
function sameSite(
  { id }: Place,
  { name = '', address = '' }: RowValues,
  db: ReadStore,
): SiteRecord | undefined {
  return similarTo(db, { name, address, organizationId: id, exceptId: null })[0];
}

function correctSite(record: SiteRecord, values: RowValues, context: Landing): boolean {
  const { db, today, places } = context;
  const stored = storedFields(db, places, record, today);
  const { address, responsiblePerson, phone, note } = { ...stored, ...values };
  const tradeUid = values['trade'] === undefined ? stored.tradeUid : tradeUidOf(values['trade'], db);
  const wanted = { ...stored, address, tradeUid, responsiblePerson, phone, note };
  const changed = changeable.filter((name) => wanted[name] !== stored[name]);
  if (changed.length === 0) return false;
  sound(wanted, record.name);
  const pick = (from: NewKeySite) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  editHandlers.update({ uid: record.uid, base: pick(stored), set: pick(wanted) }, context);
  return true;
}

/** @throws AppError refused */
function sound(site: NewKeySite, name: string): NewKeySite {
  const parsed = newSiteSchema.safeParse(site);
  if (parsed.success) return parsed.data;
  throw new AppError('refused', { reason: `“${name}”：${parsed.error.issues[0]?.message ?? '内容不对'}。` });
}

function tradeUidOf(name: string, db: ReadStore): string | null {
  if (name === '') return null;
  const trade = db.all(allTrades).find((each) => each.name === name);
  if (trade === undefined)
    throw new AppError('refused', { reason: `行业里没有“${name}”，请先在“重点单位”里加上，再合并。` });
  return trade.uid;
}

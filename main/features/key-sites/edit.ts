import type { KeySiteFields, keySites as contract } from '#shared/contract/key-sites.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { v7 } from 'uuid';
import { siteColumnsOf, writeKinds } from './columns.ts';
import { Places } from './places.ts';
import { kindsOfSites, type SiteRecord } from './queries.ts';
import { fieldsOf, requireSite, rowsOf } from './rows.ts';
import { siteList } from './site-list.ts';
import { requireKind, requireTrade } from './terms.ts';

type Names = 'add' | 'update' | 'remove' | 'close' | 'reopen' | 'setKinds';

export const editHandlers: Pick<Handlers<typeof contract>, Names> = {
  add({ items }, { db, today, summarize }) {
    const places = new Places(db, today);
    const uids = items.map((item) => {
      const uid = v7();
      const fields = { ...item, closedOn: null };
      const id = db.insert('key_site', { uid, ...columnsOf(db, places, fields) });
      writeKinds(db, id, kindIdsOf(db, item.kindUids));
      return uid;
    });
    summarize(siteList(items.map(({ name }) => name)));
    return { uids };
  },

  update({ uid, base, set }, { db, today, summarize }) {
    const places = new Places(db, today);
    const site = requireSite(db, uid);
    const stored = storedFields(db, places, site, today);
    const wanted = { ...stored, ...decidePatch<KeySiteFields>(stored, base, set) };
    writeSite(db, places, site.id, wanted);
    summarize(siteList([wanted.name]));
    return { uid };
  },

  remove({ uids }, { db, summarize }) {
    const sites = uids.map((uid) => requireSite(db, uid));
    for (const { id } of sites) db.remove('key_site', id);
    summarize(siteList(sites.map(({ name }) => name)));
    return { removed: sites.length };
  },

  close: ({ uids, day }, context) => setClosedOn(uids, day, context),
  reopen: ({ uids }, context) => setClosedOn(uids, null, context),

  setKinds({ uids, add, remove }, { db, summarize }) {
    const [added, removed] = [kindIdsOf(db, add), new Set(kindIdsOf(db, remove))];
    const changed = uids
      .map((uid) => requireSite(db, uid))
      .filter(({ id }) => {
        const links = db.all(kindsOfSites, { ids: JSON.stringify([id]) });
        const kindIds = [...links.map((link) => link.kind_id), ...added].filter((kind) => !removed.has(kind));
        return writeKinds(db, id, kindIds);
      });
    const named = (verb: string, kinds: readonly string[]): string =>
      kinds.length === 0 ? '' : `，${verb}${kinds.map((uid) => requireKind(db, uid).name).join('、')}`;
    const names = siteList(changed.map(({ name }) => name));
    summarize(`${names}${named('加上', add)}${named('去掉', remove)}`);
    return { changed: changed.length };
  },
};

function setClosedOn(
  uids: readonly string[],
  day: string | null,
  { db, summarize }: WriteContext,
): { changed: number } {
  const sites = uids.map((uid) => requireSite(db, uid)).filter((site) => site.closed_on !== day);
  for (const { id } of sites) db.update('key_site', id, { closed_on: day });
  summarize(`${siteList(sites.map(({ name }) => name))}${day === null ? '' : `，自 ${day}`}`);
  return { changed: sites.length };
}

export function storedFields(db: WriteStore, places: Places, site: SiteRecord, today: string): KeySiteFields {
  const [row] = rowsOf(db, [site], places, today).map(fieldsOf);
  if (row === undefined) throw new Error('a record gives a row');
  return row;
}

export function writeSite(db: WriteStore, places: Places, id: number, fields: KeySiteFields): void {
  db.update('key_site', id, columnsOf(db, places, fields));
  writeKinds(db, id, kindIdsOf(db, fields.kindUids));
}

function columnsOf(db: WriteStore, places: Places, fields: KeySiteFields) {
  return siteColumnsOf({
    ...fields,
    organizationId: places.require(fields.organizationUid).id,
    tradeId: fields.tradeUid === null ? null : requireTrade(db, fields.tradeUid).id,
  });
}

function kindIdsOf(db: WriteStore, uids: readonly string[]): number[] {
  return uids.map((uid) => requireKind(db, uid).id);
}

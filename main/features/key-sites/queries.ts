import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { termColumns } from '#main/core/terms.ts';
import { siteKindRoles } from '#shared/rules/key-sites/model.ts';

export const siteColumns = {
  id: integer,
  uid: text,
  name: text,
  organization_id: integer,
  address: text,
  trade_id: nullableInteger,
  responsible_person: text,
  phone: text,
  note: text,
  closed_on: nullableText,
  name_key: text,
  address_key: text,
};
export type SiteRecord = Row<typeof siteColumns>;

const columnList = Object.keys(siteColumns)
  .map((column) => `site.${column} AS ${column}`)
  .join(', ');
export const selectSite = `SELECT ${columnList} FROM key_site AS site`;

export const siteByUid = defineQuery<typeof siteColumns, { uid: string }>({
  name: 'keySites.byUid',
  sql: `${selectSite} WHERE site.uid = @uid`,
  columns: siteColumns,
});

export const allSites = defineQuery({
  name: 'keySites.all',
  sql: `${selectSite} ORDER BY site.id`,
  columns: siteColumns,
});

export const sitesOfName = defineQuery<typeof siteColumns, { nameKey: string }>({
  name: 'keySites.ofName',
  sql: `${selectSite} WHERE site.name_key = @nameKey ORDER BY site.id`,
  columns: siteColumns,
});

/** @param ids JSON list of sites */
export const sitesOfIds = defineQuery<typeof siteColumns, { ids: string }>({
  name: 'keySites.ofIds',
  sql: `${selectSite} JOIN json_each(@ids) AS wanted ON site.id = wanted.value`,
  columns: siteColumns,
});

const ledgerColumns = {
  id: integer,
  uid: text,
  name: text,
  organization_id: integer,
  trade_id: nullableInteger,
  kind_ids: text,
};

/** What stands on the ledger on a day, with its kinds as a JSON list. */
export const sitesOnLedger = defineQuery<typeof ledgerColumns, { day: string }>({
  name: 'keySites.onLedger',
  sql: `SELECT site.id AS id, site.uid AS uid, site.name AS name, site.organization_id AS organization_id,
          site.trade_id AS trade_id,
          (SELECT json_group_array(kind_id) FROM key_site_kind WHERE site_id = site.id) AS kind_ids
        FROM key_site AS site WHERE site.closed_on IS NULL OR site.closed_on > @day ORDER BY site.id`,
  columns: ledgerColumns,
});

export const allTrades = defineQuery({
  name: 'keySites.trades',
  sql: 'SELECT id, uid, name, aliases, position FROM site_trade ORDER BY position, id',
  columns: termColumns,
});

const kindColumns = { ...termColumns, role: oneOf(...siteKindRoles) };
export type KindRecord = Row<typeof kindColumns>;

export const allKinds = defineQuery({
  name: 'keySites.kinds',
  sql: 'SELECT id, uid, name, aliases, position, role FROM site_kind ORDER BY position, id',
  columns: kindColumns,
});

const useColumns = { id: integer, count: integer };

export const tradeUse = defineQuery({
  name: 'keySites.tradeUse',
  sql: `SELECT trade.id AS id, count(*) AS count FROM site_trade AS trade
        JOIN key_site AS site ON site.trade_id = trade.id GROUP BY trade.id`,
  columns: useColumns,
});

export const kindUse = defineQuery({
  name: 'keySites.kindUse',
  sql: 'SELECT kind_id AS id, count(*) AS count FROM key_site_kind GROUP BY kind_id',
  columns: useColumns,
});

const siteKindColumns = { id: integer, site_id: integer, kind_id: integer };

/** @param ids JSON list of sites */
export const kindsOfSites = defineQuery<typeof siteKindColumns, { ids: string }>({
  name: 'keySites.kindsOfSites',
  sql: `SELECT link.id AS id, link.site_id AS site_id, link.kind_id AS kind_id
        FROM json_each(@ids) AS wanted JOIN key_site_kind AS link ON link.site_id = wanted.value`,
  columns: siteKindColumns,
});

const openColumns = { uid: text, organization_id: integer, count: integer };

/** @param ids JSON list of organizations */
export const countOpenSites = defineQuery<typeof openColumns, { ids: string }>({
  name: 'keySites.countOpen',
  sql: `SELECT organization.uid AS uid, site.organization_id AS organization_id, count(*) AS count
        FROM json_each(@ids) AS wanted
        JOIN key_site AS site ON site.organization_id = wanted.value AND site.closed_on IS NULL
        JOIN organization ON organization.id = site.organization_id
        GROUP BY site.organization_id`,
  columns: openColumns,
});

export const openSitesOf = defineQuery<typeof siteColumns, { organizationUid: string }>({
  name: 'keySites.openOf',
  sql: `${selectSite} JOIN organization ON organization.id = site.organization_id
        WHERE organization.uid = @organizationUid AND site.closed_on IS NULL ORDER BY site.id`,
  columns: siteColumns,
});

const placeColumns = {
  organization_id: integer,
  uid: text,
  level: oneOf('county', 'township'),
  name: text,
  short_name: text,
  parent_id: nullableInteger,
  protocol_order: integer,
  first_day: text,
  last_day: nullableText,
};

/** Counties and townships with everything that they are or were called. */
export const placeStates = defineQuery({
  name: 'keySites.placeStates',
  sql: `SELECT organization.id AS organization_id, organization.uid AS uid, organization.level AS level,
          state.name AS name, state.short_name AS short_name, state.parent_id AS parent_id,
          state.protocol_order AS protocol_order, state.first_day AS first_day, state.last_day AS last_day
        FROM organization JOIN organization_state AS state ON state.organization_id = organization.id
        WHERE organization.level IN ('county', 'township') ORDER BY organization.id, state.first_day`,
  columns: placeColumns,
});
export type PlaceRow = Row<typeof placeColumns>;

const standingColumns = { wanted_id: integer, site_id: integer };

/** Of a JSON list of local ids: the entry that each is today. */
export const standingSitesOf = defineQuery<typeof standingColumns, { ids: string }>({
  name: 'keySites.standing',
  sql: `SELECT wanted.value AS wanted_id, site.id AS site_id FROM json_each(@ids) AS wanted
        LEFT JOIN key_site_succession AS succession ON succession.gone_id = wanted.value
        JOIN key_site AS site ON site.id = ifnull(succession.site_id, wanted.value)`,
  columns: standingColumns,
});

const successionColumns = { id: integer };

export const successionsTo = defineQuery<typeof successionColumns, { siteId: number }>({
  name: 'keySites.successionsTo',
  sql: 'SELECT id FROM key_site_succession WHERE site_id = @siteId',
  columns: successionColumns,
});

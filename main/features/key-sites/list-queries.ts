import { defineQuery, integer } from '#main/core/store/query.ts';
import { selectSite, siteColumns } from './queries.ts';

/** What the clerk chose, as SQL sees it; null stands for no such condition. */
export interface ChosenParams {
  /** JSON list of the places whose sites are meant, in the order of the list. */
  places: string;
  today: string;
  trade: number | null;
  kind: number | null;
  /** What the search index is asked for, see matchOf; empty: everything. */
  text: string;
  /** JSON list of the places whose names hold the text. */
  textPlaces: string;
}

interface PageParams extends ChosenParams {
  view: string;
  /** Behind this site of the first place. */
  afterId: number;
  limit: number;
}

const chosen = `(@trade IS NULL OR site.trade_id = @trade)
  AND (@kind IS NULL OR site.id IN (SELECT site_id FROM key_site_kind WHERE kind_id = @kind))
  AND (@text = '' OR site.id IN (SELECT rowid FROM key_site_search WHERE key_site_search MATCH @text)
    OR site.organization_id IN (SELECT value FROM json_each(@textPlaces)))`;

const isActive = '(site.closed_on IS NULL OR site.closed_on > @today)';

/** As same-site.ts has it, between sites that are on the ledger. */
const isDuplicate = `(${isActive} AND site.id IN (
    SELECT one.id FROM key_site AS one JOIN key_site AS other ON other.name_key = one.name_key
      AND other.id <> one.id
      AND (other.organization_id = one.organization_id
        OR (one.address_key <> '' AND other.address_key = one.address_key))
      AND (other.closed_on IS NULL OR other.closed_on > @today)))`;

const inView = `CASE @view
    WHEN 'active' THEN ${isActive}
    WHEN 'closed' THEN NOT ${isActive}
    WHEN 'duplicate' THEN ${isDuplicate}
    ELSE 1 END`;

const fromPlaces = `json_each(@places) AS place CROSS JOIN key_site AS site ON site.organization_id = place.value`;

/** One page in the order of the places: the first of them is where the page before ended. */
export const pageOfSites = defineQuery<typeof siteColumns, PageParams>({
  name: 'keySites.page',
  sql: `WITH page AS MATERIALIZED (SELECT site.id AS id, place.key AS rank FROM ${fromPlaces}
      WHERE (place.key > 0 OR site.id > @afterId) AND ${inView} AND ${chosen}
      ORDER BY place.key, site.id LIMIT @limit)
    ${selectSite} JOIN page ON page.id = site.id ORDER BY page.rank, site.id`,
  columns: siteColumns,
});

const countColumns = { active: integer, duplicate: integer, closed: integer };

/** How many each view would show. */
export const countSites = defineQuery<typeof countColumns, ChosenParams>({
  name: 'keySites.count',
  sql: `SELECT ifnull(sum(${isActive}), 0) AS active, ifnull(sum(${isDuplicate}), 0) AS duplicate,
      ifnull(sum(NOT ${isActive}), 0) AS closed
    FROM ${fromPlaces} WHERE ${chosen}`,
  columns: countColumns,
});

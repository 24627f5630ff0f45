import {
  type Columns,
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  type Query,
  text,
} from '#main/core/store/query.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { TableName } from '#main/core/store/tables.ts';
import { COVER_TITLE } from './cover.ts';

/**
 * What must not lie open of a secret campaign, by table: sealed, it is one JSON in the row's column `sealed`, and these
 * columns are empty. Counties, trades and kinds are among it because with the ledger they would give the targets away.
 */
export const hiddenColumns = {
  campaign: { title: text, document: text, first_day: text, last_day: text, content: text, note: text },
  campaign_county: { organization_id: nullableInteger },
  campaign_trade: { trade_id: nullableInteger },
  campaign_checklist: { checklist_id: nullableInteger },
  campaign_sweep: { kind_id: nullableInteger },
  campaign_sampling: {
    subject: text,
    kind_id: nullableInteger,
    trade_id: nullableInteger,
    name: text,
    count: integer,
  },
  campaign_drawing: {
    seed: integer,
    pool_count: integer,
    fingerprint: text,
    pools: text,
    reason: text,
    discard_reason: text,
  },
  campaign_target: {
    pool: nullableInteger,
    site_id: nullableInteger,
    organization_id: nullableInteger,
    name: text,
    county_id: nullableInteger,
    minutes: nullableInteger,
    note: text,
    visited_on: nullableText,
    removed_reason: text,
  },
  campaign_event: { text },
  campaign_schedule: {
    settings: text,
    teams: text,
    pins: text,
    plan: nullableText,
    quality: nullableText,
    announced_plan: nullableText,
    published_on: nullableText,
  },
} as const satisfies Partial<Record<TableName, Columns>>;

export type SealedTable = keyof typeof hiddenColumns;
export const sealedTables = Object.keys(hiddenColumns) as SealedTable[];

/** A row of any of them as it is read. */
export type StoredRow = RowValues & {
  readonly id: number;
  readonly uid: string;
  readonly sealed: string | null;
};

/** Of columns that may not be empty. */
const covers: Partial<Record<SealedTable, RowValues>> = {
  campaign: { title: COVER_TITLE },
  campaign_sampling: { subject: 'township', count: 1 },
};

/** As the columns stand while it is sealed. */
export function blanksOf(table: SealedTable): RowValues {
  const columns: Columns = hiddenColumns[table];
  const blanks = Object.entries(columns).map(([name, { type, nullable }]) => [
    name,
    nullable ? null : type === 'integer' ? 0 : '',
  ]);
  return { ...Object.fromEntries(blanks), ...covers[table] };
}

type RowsQuery = Query<StoredRow, { campaignId: number }>;

/** All rows of a campaign, for what is done to each of them. */
export const rowsOfCampaign = Object.fromEntries(
  sealedTables.map((table) => [table, rowsQuery(table)]),
) as unknown as Readonly<Record<SealedTable, RowsQuery>>;

function rowsQuery(table: SealedTable) {
  const columns: Columns = { id: integer, uid: text, sealed: nullableText, ...hiddenColumns[table] };
  const isCampaign = table === 'campaign';
  return defineQuery<Columns, { campaignId: number }>({
    name: `campaigns.secrecy.${table}`,
    sql: `SELECT ${Object.keys(columns).join(', ')} FROM ${table}
          WHERE ${isCampaign ? 'id' : 'campaign_id'} = @campaignId ORDER BY id`,
    columns,
  });
}

import {
  defineQuery,
  defineStatement,
  integer,
  nullableInteger,
  nullableText,
  type Row,
  text,
} from '#main/core/store/query.ts';

const keyColumns = { generation: integer, user_id: nullableInteger, open_half: text, wrapped: text };
export type KeyRecord = Row<typeof keyColumns>;

/** The newest generation first. */
export const keysOf = defineQuery<typeof keyColumns, { campaignUid: string }>({
  name: 'campaigns.keysOf',
  sql: `SELECT generation, user_id, open_half, wrapped FROM campaign_key
        WHERE campaign_uid = @campaignUid ORDER BY generation DESC`,
  columns: keyColumns,
});

export const putKey = defineStatement<{
  campaignUid: string;
  generation: number;
  userId: number | null;
  openHalf: string;
  wrapped: string;
}>({
  name: 'campaigns.putKey',
  sql: `INSERT INTO campaign_key (campaign_uid, generation, user_id, open_half, wrapped)
        VALUES (@campaignUid, @generation, @userId, @openHalf, @wrapped)
        ON CONFLICT (campaign_uid, generation, ifnull(user_id, 0))
        DO UPDATE SET open_half = excluded.open_half, wrapped = excluded.wrapped`,
});

/** `userId` null: those of the recovery pair. */
export const dropKeysFor = defineStatement<{ campaignUid: string; userId: number | null }>({
  name: 'campaigns.dropKeysFor',
  sql: 'DELETE FROM campaign_key WHERE campaign_uid = @campaignUid AND user_id IS @userId',
});

export const dropKeys = defineStatement<{ campaignUid: string }>({
  name: 'campaigns.dropKeys',
  sql: 'DELETE FROM campaign_key WHERE campaign_uid = @campaignUid',
});

const holderColumns = { user_id: integer, uid: text, name: text, active: integer, open_half: nullableText };
export type HolderRecord = Row<typeof holderColumns>;

/** A user with the open half of the key pair that his present password opens. */
export const holderByUid = defineQuery<typeof holderColumns, { uid: string }>({
  name: 'campaigns.holderByUid',
  sql: `SELECT app_user.id AS user_id, app_user.uid AS uid, app_user.name AS name, app_user.active AS active,
          user_key.open_half AS open_half
        FROM app_user LEFT JOIN user_key ON user_key.user_id = app_user.id WHERE app_user.uid = @uid`,
  columns: holderColumns,
});

const knowerColumns = { id: integer, ...holderColumns };
export type KnowerRecord = Row<typeof knowerColumns>;

export const knowersOf = defineQuery<typeof knowerColumns, { campaignId: number }>({
  name: 'campaigns.knowersOf',
  sql: `SELECT knower.id AS id, app_user.id AS user_id, app_user.uid AS uid, app_user.name AS name,
          app_user.active AS active, user_key.open_half AS open_half
        FROM campaign_knower AS knower JOIN app_user ON app_user.id = knower.user_id
        LEFT JOIN user_key ON user_key.user_id = app_user.id
        WHERE knower.campaign_id = @campaignId ORDER BY knower.id`,
  columns: knowerColumns,
});

const recoveryColumns = { open_half: text };

export const recoveryPair = defineQuery({
  name: 'campaigns.recoveryPair',
  sql: 'SELECT open_half FROM recovery_key',
  columns: recoveryColumns,
});

export const storeRecoveryPair = defineStatement<{ openHalf: string }>({
  name: 'campaigns.storeRecoveryPair',
  sql: `INSERT INTO recovery_key (id, open_half) VALUES (1, @openHalf)
        ON CONFLICT (id) DO UPDATE SET open_half = excluded.open_half`,
});

const existingColumns = { id: integer };

export const existingOrganizations = defineQuery({
  name: 'campaigns.existingOrganizations',
  sql: 'SELECT id FROM organization',
  columns: existingColumns,
});

const imageColumns = { announced: nullableInteger, released_on: nullableText };

/** Of a campaign as the log saw it last, also of one that was deleted. */
export const lastImageOf = defineQuery<typeof imageColumns, { campaignId: number }>({
  name: 'campaigns.lastImageOf',
  sql: `SELECT ifnull(after, before) ->> '$.announced' AS announced,
          ifnull(after, before) ->> '$.released_on' AS released_on
        FROM row_change WHERE table_name = 'campaign' AND row_id = @campaignId ORDER BY id DESC LIMIT 1`,
  columns: imageColumns,
});

const namedColumns = { count: integer };

/** How many rows the log saw of it that name what is seen. */
export const namedInLog = defineQuery<typeof namedColumns, { campaignId: number }>({
  name: 'campaigns.namedInLog',
  sql: `SELECT count(*) AS count FROM row_change
        WHERE table_name IN ('campaign_target', 'campaign_drawing', 'campaign_sweep') AND kind = 'insert'
          AND after ->> '$.campaign_id' = @campaignId`,
  columns: namedColumns,
});

const recordColumns = { count: integer };

/** What was recorded of its visits, which lies open. */
export const recordsOf = defineQuery<typeof recordColumns, { campaignId: number }>({
  name: 'campaigns.recordsOf',
  sql: 'SELECT count(*) AS count FROM visit WHERE campaign_id = @campaignId',
  columns: recordColumns,
});

import { defineQuery, defineStatement, integer, nullableText, text } from '#main/core/store/query.ts';

const userColumns = {
  id: integer,
  uid: text,
  name: text,
  /** JSON list of roles. */
  roles: text,
  has_password: integer,
  must_change: integer,
  unlocked_at: integer,
  active: integer,
};
const selectUser = `SELECT ${Object.keys(userColumns).join(', ')} FROM app_user`;

export const allUsers = defineQuery({
  name: 'users.all',
  sql: `${selectUser} ORDER BY active DESC, id`,
  columns: userColumns,
});

export const userByUid = defineQuery<typeof userColumns, { uid: string }>({
  name: 'users.byUid',
  sql: `${selectUser} WHERE uid = @uid`,
  columns: userColumns,
});

export const activeUserByName = defineQuery<typeof userColumns, { name: string }>({
  name: 'users.activeByName',
  sql: `${selectUser} WHERE active = 1 AND name = @name`,
  columns: userColumns,
});

const LAST_TRIES = 100;
/** What asks for the user's own password; the index `operation_tries` has the same list. */
const asking = "name IN ('session.signIn', 'session.unlock', 'users.changeOwnPassword')";

/**
 * Wrong passwords since the last right one and the last unlocking, the newest first: no more than tell whether the
 * user is locked out. Both are told by the order of the log, not by the clock. A change of the own password may be
 * refused for other reasons too; while it is being written its line has no hash.
 */
export const wrongTries = defineQuery<
  { id: typeof integer; at: typeof integer },
  { uid: string; after: number }
>({
  name: 'users.wrongTries',
  sql: `SELECT id, at FROM operation
        WHERE user_uid = @uid AND ${asking} AND outcome = 'refused'
          AND (name <> 'users.changeOwnPassword' OR result ->> 'code' = 'wrongPassword')
          AND id > ifnull((SELECT max(id) FROM operation WHERE user_uid = @uid
            AND ${asking} AND outcome = 'done' AND hash IS NOT NULL), 0)
          AND id > ifnull((SELECT min(operation_id) FROM row_change WHERE table_name = 'app_user'
            AND row_id = (SELECT id FROM app_user WHERE uid = @uid)
            AND after ->> 'unlocked_at' = @after), 0)
        ORDER BY id DESC LIMIT ${LAST_TRIES}`,
  columns: { id: integer, at: integer },
});

/** The earliest that the clock has shown from an operation on: of a clock that was set back, what it was set to. */
export const earliestSince = defineQuery<{ at: typeof integer }, { id: number }>({
  name: 'users.earliestSince',
  sql: 'SELECT min(at) AS at FROM operation WHERE id >= @id',
  columns: { at: integer },
});

const secretColumns = { password_hash: nullableText, sealed_secret: nullableText };

export const secretOfUser = defineQuery<typeof secretColumns, { uid: string }>({
  name: 'users.secret',
  sql: `SELECT user_secret.password_hash AS password_hash, user_key.sealed_secret AS sealed_secret FROM app_user
        LEFT JOIN user_secret ON user_secret.user_id = app_user.id
        LEFT JOIN user_key ON user_key.user_id = app_user.id
        WHERE app_user.uid = @uid AND app_user.active = 1`,
  columns: secretColumns,
});

/** The newest first, the present one among them. */
export const pastPasswords = defineQuery<{ hash: typeof text }, { userId: number; count: number }>({
  name: 'users.pastPasswords',
  sql: 'SELECT password_hash AS hash FROM past_password WHERE user_id = @userId ORDER BY id DESC LIMIT @count',
  columns: { hash: text },
});

export const keepPassword = defineStatement<{ userId: number; hash: string }>({
  name: 'users.keepPassword',
  sql: 'INSERT INTO past_password (user_id, password_hash) VALUES (@userId, @hash)',
});

export const storeSecret = defineStatement<{ userId: number; hash: string }>({
  name: 'users.storeSecret',
  sql: `INSERT INTO user_secret (user_id, password_hash) VALUES (@userId, @hash)
        ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash`,
});

export const dropSecret = defineStatement<{ userId: number }>({
  name: 'users.dropSecret',
  sql: 'DELETE FROM user_secret WHERE user_id = @userId',
});

export const storeKey = defineStatement<{ userId: number; openHalf: string; sealedSecret: string }>({
  name: 'users.storeKey',
  sql: `INSERT INTO user_key (user_id, open_half, sealed_secret) VALUES (@userId, @openHalf, @sealedSecret)
        ON CONFLICT (user_id) DO UPDATE SET open_half = excluded.open_half, sealed_secret = excluded.sealed_secret`,
});

export const dropKey = defineStatement<{ userId: number }>({
  name: 'users.dropKey',
  sql: 'DELETE FROM user_key WHERE user_id = @userId',
});

export const entryKey = defineQuery({
  name: 'users.entryKey',
  sql: 'SELECT digest FROM entry_key WHERE id = 1',
  columns: { digest: text },
});

export const storeEntryKey = defineStatement<{ digest: string }>({
  name: 'users.storeEntryKey',
  sql: `INSERT INTO entry_key (id, digest) VALUES (1, @digest)
        ON CONFLICT (id) DO UPDATE SET digest = excluded.digest`,
});

export const dropEntryKey = defineStatement({
  name: 'users.dropEntryKey',
  sql: 'DELETE FROM entry_key',
});

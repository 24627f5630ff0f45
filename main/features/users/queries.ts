import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';
import { defineStatement } from '#main/core/store/query.ts';

const userColumns = {
  id: integer,
  uid: text,
  name: text,
  role: text,
  has_password: integer,
  active: integer,
};

export const allUsers = defineQuery({
  name: 'users.all',
  sql: 'SELECT id, uid, name, role, has_password, active FROM app_user ORDER BY active DESC, id',
  columns: userColumns,
});

export const userByUid = defineQuery<typeof userColumns, { uid: string }>({
  name: 'users.byUid',
  sql: 'SELECT id, uid, name, role, has_password, active FROM app_user WHERE uid = @uid',
  columns: userColumns,
});

export const activeUserByName = defineQuery<typeof userColumns, { name: string }>({
  name: 'users.activeByName',
  sql: 'SELECT id, uid, name, role, has_password, active FROM app_user WHERE active = 1 AND name = @name',
  columns: userColumns,
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

import type { users as contract } from '#shared/contract/users.ts';
import { AppError } from '#shared/errors.ts';
import { grants, type Role } from '#shared/rights.ts';
import { roleList } from '#shared/rules/users/administrators.ts';
import { type LockState, lockState, withoutJumps } from '#shared/rules/users/lock-out.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { KeyPair } from '#main/core/secrecy/key-pair.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { entryKeyHandlers } from './entry-key.ts';
import { checkPassword } from './password.ts';
import { activeUserByName, allUsers, earliestSince, secretOfUser, userByUid, wrongTries } from './queries.ts';
import { refuseUnlessSound, rolesOf, storedRoles } from './roles.ts';
import { readSecurity, writeSecurity } from './security.ts';
import { setPassword } from './set-password.ts';
import { openKeyPair } from './user-keys.ts';

/** The users of this data folder. Passwords are optional: a one-clerk office starts without. */
export const users: Handlers<typeof contract> = {
  ...entryKeyHandlers,

  list: (_input, { db, now }) =>
    db.all(allUsers, {}).map((user) => ({
      uid: user.uid,
      name: user.name,
      roles: rolesOf(user),
      hasPassword: user.has_password === 1,
      mustChange: user.must_change === 1,
      lockedUntil: lockOf(db, user, now).until,
      active: user.active === 1,
    })),

  add(input, { db, now, caller, resourcesFolder, summarize }) {
    refuseTakenName(db, input.name, null);
    if (input.roles.length > 0 && !grants(caller.roles, 'grantRoles'))
      throw new AppError('refused', {
        reason: '身份由安全管理员授予：请先不选身份，新增以后请安全管理员授予。',
      });
    refuseLastingPassword(db, input);
    const uid = addUser(db, { ...input, now, resourcesFolder });
    refuseUnlessSound(db);
    summarize(`${input.name}：${roleList(input.roles)}`);
    return { uid };
  },

  update({ uid, name, active }, { db, summarize }) {
    const user = requireUser(db, uid);
    refuseTakenName(db, name, uid);
    db.update('app_user', user.id, { name, active: active ? 1 : 0 });
    refuseUnlessSound(db);
    summarize(name);
    return { uid };
  },

  setRoles({ uid, roles }, { db, summarize }) {
    const user = requireUser(db, uid);
    db.update('app_user', user.id, { roles: storedRoles(roles) });
    refuseUnlessSound(db);
    summarize(`${user.name}：${roleList(roles)}`);
    return { uid };
  },

  setPassword({ uid, password, mustChange }, { db, now, caller, resourcesFolder, summarize }) {
    const user = requireUser(db, uid);
    if (uid !== caller.userUid) refuseLastingPassword(db, { password, mustChange });
    setPassword(db, user, {
      password,
      keys: null,
      mustChange: mustChange && uid !== caller.userUid,
      now,
      resourcesFolder,
    });
    refuseUnlessSound(db);
    summarize(user.name);
    return { uid };
  },

  unlock({ uid }, { db, now, summarize }) {
    const user = requireUser(db, uid);
    db.update('app_user', user.id, { unlocked_at: now });
    summarize(user.name);
    return { uid };
  },

  changeOwnPassword({ current, password }, { db, now, caller, resourcesFolder, summarize }) {
    const user = requireUser(db, caller.userUid ?? '');
    const secret = db.get(secretOfUser, { uid: user.uid });
    const keys = secret === undefined ? null : currentKeys(user.uid, current, secret, lockOf(db, user, now));
    if (user.must_change === 1 && password === '')
      throw new AppError('refused', { reason: '请设一个新密码，不能留空。' });
    setPassword(db, user, { password, keys, mustChange: false, now, resourcesFolder });
    refuseUnlessSound(db);
    summarize(user.name);
    return { uid: user.uid };
  },

  security: (_input, { db }) => readSecurity(db),

  setSecurity(settings, { db, summarize }) {
    writeSecurity(db, settings);
    refuseUnlessSound(db);
    summarize(settings.administratorsApart ? '三员分立' : '');
    return readSecurity(db);
  },
};

/** What a user's password is held against, and what it opens; null: there is none. */
export interface UserSecret {
  password: string | null;
  sealedSecret: string | null;
}

/** Somebody who may sign in, as the core knows him. */
export interface Enterer {
  uid: string;
  name: string;
  roles: readonly Role[];
  hasPassword: boolean;
  mustChange: boolean;
}

/** Handlers that only the core itself calls; they are not in the contract. */
export const usersForCore = {
  forSessions: (_input: unknown, { db }: ReadContext): Enterer[] =>
    db
      .all(allUsers, {})
      .filter((user) => user.active === 1)
      .map((user) => ({
        uid: user.uid,
        name: user.name,
        roles: rolesOf(user),
        hasPassword: user.has_password === 1,
        mustChange: user.must_change === 1,
      })),

  /** What a password is held against; `password: null` lets in without one. Null: there is no such active user. */
  secret({ uid }: { uid: string }, { db }: ReadContext): UserSecret | null {
    const secret = db.get(secretOfUser, { uid });
    return secret === undefined
      ? null
      : { password: secret.password_hash, sealedSecret: secret.sealed_secret };
  },

  lock({ uid }: { uid: string }, { db, now }: ReadContext): LockState {
    const user = db.get(userByUid, { uid });
    return lockOf(db, { uid, unlocked_at: user?.unlocked_at ?? 0 }, now);
  },

  idleMinutes: (_input: unknown, { db }: ReadContext): number => readSecurity(db).idleMinutes,
};

interface UserToAdd {
  name: string;
  roles: readonly Role[];
  password: string;
  mustChange: boolean;
  now: number;
  resourcesFolder: string;
}

export function addUser(db: WriteStore, user: UserToAdd): string {
  const { name, roles, password, mustChange, now, resourcesFolder } = user;
  db.insert('app_user', {
    name,
    roles: storedRoles(roles),
    has_password: 0,
    must_change: 0,
    unlocked_at: 0,
    active: 1,
    created_at: now,
  });
  const created = db.get(activeUserByName, { name });
  if (created === undefined) throw new Error('the new user is not there');
  if (password !== '') setPassword(db, created, { password, keys: null, mustChange, now, resourcesFolder });
  return created.uid;
}

function lockOf(db: ReadStore, user: { uid: string; unlocked_at: number }, now: number): LockState {
  const tries = db.all(wrongTries, { uid: user.uid, after: user.unlocked_at });
  const failures = tries.map(({ at }) => at).toReversed();
  const last = tries[0];
  // Only a clock that was set back asks what it has shown since.
  const latest =
    last !== undefined && last.at > now ? (db.get(earliestSince, { id: last.id })?.at ?? now) : now;
  return lockState(withoutJumps(failures, Math.min(latest, now)), readSecurity(db), now);
}

/**
 * The line that a wrong one leaves in the log counts as a try at the sign-in does.
 * @throws AppError lockedOut without looking at the password; wrongPassword
 */
function currentKeys(
  userUid: string,
  current: string,
  { password_hash, sealed_secret }: { password_hash: string | null; sealed_secret: string | null },
  { until, left }: LockState,
): KeyPair | null {
  if (password_hash === null) return null;
  if (until !== null) throw new AppError('lockedOut', { until: formatInstant(until) });
  const sealingKey = checkPassword(current, password_hash);
  if (sealingKey === null) throw new AppError('wrongPassword', { left: left - 1 });
  return sealed_secret === null ? null : openKeyPair(userUid, sealingKey, sealed_secret);
}

/** Who set a password that lasts could sign in as its owner at any time. @throws AppError refused */
function refuseLastingPassword(
  db: ReadStore,
  { password, mustChange }: { password: string; mustChange: boolean },
): void {
  if (password === '' || mustChange || !readSecurity(db).administratorsApart) return;
  const reason = '“三员分立”时，别人设的密码不能一直用。请勾选“登录后须先改成自己的密码”。';
  throw new AppError('refused', { reason });
}

function requireUser(db: WriteStore, uid: string) {
  const user = db.get(userByUid, { uid });
  if (user === undefined) throw new AppError('notFound', { what: '该用户' });
  return user;
}

function refuseTakenName(db: WriteStore, name: string, ownUid: string | null): void {
  const other = db.get(activeUserByName, { name });
  if (other !== undefined && other.uid !== ownUid)
    throw new AppError('duplicate', { what: '姓名', value: name });
}

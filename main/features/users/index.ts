import type { users as contract } from '#shared/contract/users.ts';
import { AppError } from '#shared/errors.ts';
import type { Role } from '#shared/rights.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { KeyPair } from '#main/core/secrecy/key-pair.ts';
import { checkPassword, hashPassword } from './password.ts';
import {
  activeUserByName,
  allUsers,
  dropKey,
  dropSecret,
  secretOfUser,
  storeSecret,
  userByUid,
} from './queries.ts';
import { openKeyPair, storeKeyPair } from './user-keys.ts';

/** The users of this data folder. Passwords are optional: a one-clerk office starts without. */
export const users: Handlers<typeof contract> = {
  list: (_input, { db }) =>
    db.all(allUsers, {}).map(({ uid, name, role, has_password, active }) => ({
      uid,
      name,
      role: toRole(role),
      hasPassword: has_password === 1,
      active: active === 1,
    })),

  add({ name, role, password }, { db, now, summarize }) {
    refuseTakenName(db, name, null);
    return { uid: addUser(db, { name, role, password, now }, summarize) };
  },

  update({ uid, name, role, active }, { db, summarize }) {
    const user = requireUser(db, uid);
    refuseTakenName(db, name, uid);
    db.update('app_user', user.id, { name, role, active: active ? 1 : 0 });
    refuseWithoutManager(db);
    summarize(name);
    return { uid };
  },

  setPassword({ uid, password }, { db, summarize }) {
    const user = requireUser(db, uid);
    setPassword(db, user, password, null);
    summarize(user.name);
    return { uid };
  },

  changeOwnPassword({ current, password }, { db, caller, summarize }) {
    const user = requireUser(db, caller.userUid ?? '');
    const secret = db.get(secretOfUser, { uid: user.uid });
    setPassword(db, user, password, secret === undefined ? null : currentKeys(user.uid, current, secret));
    summarize(user.name);
    return { uid: user.uid };
  },
};

/** What a user's password is held against, and what it opens; null: there is none. */
export interface UserSecret {
  password: string | null;
  sealedSecret: string | null;
}

/** Handlers that only the core itself calls; they are not in the contract. */
export const usersForCore = {
  forSessions: (_input: unknown, { db }: ReadContext) =>
    db
      .all(allUsers, {})
      .filter((user) => user.active === 1)
      .map(({ uid, name, role, has_password }) => ({
        uid,
        name,
        role: toRole(role),
        hasPassword: has_password === 1,
      })),

  /** What a password is held against; `password: null` lets in without one. Null: there is no such active user. */
  secret({ uid }: { uid: string }, { db }: ReadContext): UserSecret | null {
    const secret = db.get(secretOfUser, { uid });
    return secret === undefined
      ? null
      : { password: secret.password_hash, sealedSecret: secret.sealed_secret };
  },
};

export function addUser(
  db: WriteStore,
  user: { name: string; role: Role; password: string; now: number },
  summarize: (text: string) => void,
): string {
  db.insert('app_user', {
    name: user.name,
    role: user.role,
    has_password: 0,
    active: 1,
    created_at: user.now,
  });
  const created = db.get(activeUserByName, { name: user.name });
  if (created === undefined) throw new Error('the new user is not there');
  if (user.password !== '') setPassword(db, created, user.password, null);
  summarize(user.name);
  return created.uid;
}

/** @param keys those of the password before it; without them what was kept from others is lost to this user */
function setPassword(
  db: WriteStore,
  user: { id: number; uid: string },
  password: string,
  keys: KeyPair | null,
): void {
  const userId = user.id;
  if (password === '') {
    db.run(dropSecret, { userId });
    db.run(dropKey, { userId });
  } else {
    const { hash, sealingKey } = hashPassword(password);
    db.run(storeSecret, { userId, hash });
    storeKeyPair(db, user, sealingKey, keys);
  }
  db.update('app_user', userId, { has_password: password === '' ? 0 : 1 });
}

/** @throws AppError wrongPassword */
function currentKeys(
  userUid: string,
  current: string,
  { password_hash, sealed_secret }: { password_hash: string | null; sealed_secret: string | null },
): KeyPair | null {
  if (password_hash === null) return null;
  const sealingKey = checkPassword(current, password_hash);
  if (sealingKey === null) throw new AppError('wrongPassword');
  return sealed_secret === null ? null : openKeyPair(userUid, sealingKey, sealed_secret);
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

/** Somebody must be left who can let others in. */
function refuseWithoutManager(db: WriteStore): void {
  const managers = db.all(allUsers, {}).filter((user) => user.active === 1 && user.role === 'manager');
  if (managers.length === 0) throw new AppError('refused', { reason: '至少要保留一名在用的管理员。' });
}

function toRole(role: string): Role {
  return role === 'manager' || role === 'clerk' ? role : 'reader';
}

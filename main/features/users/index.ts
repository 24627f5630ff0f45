import type { users as contract } from '#shared/contract/users.ts';
import { AppError } from '#shared/errors.ts';
import type { Role } from '#shared/rights.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { activeUserByName, allUsers, dropSecret, secretOfUser, storeSecret, userByUid } from './queries.ts';

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
    setPassword(db, user.id, password);
    summarize(user.name);
    return { uid };
  },

  changeOwnPassword({ current, password }, { db, caller, summarize }) {
    const user = requireUser(db, caller.userUid ?? '');
    const stored = db.get(secretOfUser, { uid: user.uid })?.password_hash ?? null;
    if (stored !== null && !passwordMatches(current, stored)) throw new AppError('wrongPassword');
    setPassword(db, user.id, password);
    summarize(user.name);
    return { uid: user.uid };
  },
};

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
  secret({ uid }: { uid: string }, { db }: ReadContext): { password: string | null } | null {
    const secret = db.get(secretOfUser, { uid });
    return secret === undefined ? null : { password: secret.password_hash };
  },
};

export function addUser(
  db: WriteStore,
  user: { name: string; role: Role; password: string; now: number },
  summarize: (text: string) => void,
): string {
  const id = db.insert('app_user', {
    name: user.name,
    role: user.role,
    has_password: 0,
    active: 1,
    created_at: user.now,
  });
  if (user.password !== '') setPassword(db, id, user.password);
  summarize(user.name);
  const created = db.get(activeUserByName, { name: user.name });
  if (created === undefined) throw new Error('the new user is not there');
  return created.uid;
}

function setPassword(db: WriteStore, userId: number, password: string): void {
  if (password === '') db.run(dropSecret, { userId });
  else db.run(storeSecret, { userId, hash: hashPassword(password) });
  db.update('app_user', userId, { has_password: password === '' ? 0 : 1 });
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

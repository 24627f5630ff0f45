import { AppError } from '#shared/errors.ts';
import { isRole, type Role, roles } from '#shared/rights.ts';
import { problemOfUsers } from '#shared/rules/users/administrators.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allUsers } from './queries.ts';
import { readSecurity } from './security.ts';

export function rolesOf(user: { roles: string }): Role[] {
  const stored: unknown = JSON.parse(user.roles);
  return Array.isArray(stored) ? stored.filter(isRole) : [];
}

/** Each once, in the order of all. */
export function storedRoles(held: readonly Role[]): string {
  return JSON.stringify(roles.filter((role) => held.includes(role)));
}

/**
 * After a change of users or of the rules: somebody is left to let others in, and in 三员 mode the three are apart.
 * @throws AppError refused, which takes the change back
 */
export function refuseUnlessSound(db: ReadStore): void {
  const active = db
    .all(allUsers, {})
    .filter((user) => user.active === 1)
    .map((user) => ({ name: user.name, roles: rolesOf(user), hasPassword: user.has_password === 1 }));
  const reason = problemOfUsers(active, readSecurity(db).administratorsApart);
  if (reason !== null) throw new AppError('refused', { reason });
}

import { AppError } from '#shared/errors.ts';
import { passwordProblem } from '#shared/rules/users/password-rules.ts';
import type { KeyPair } from '#main/core/secrecy/key-pair.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { readTextSetting } from '#main/features/office/settings.ts';
import { readCommonPasswords } from './common-passwords.ts';
import { checkPassword, hashPassword } from './password.ts';
import { passwordOwner } from './password-owner.ts';
import { dropKey, dropSecret, keepPassword, pastPasswords, storeSecret } from './queries.ts';
import { readSecurity } from './security.ts';
import { storeKeyPair } from './user-keys.ts';

interface NewPassword {
  /** Empty: none from now on. */
  password: string;
  /** Of the password before it; without them what was kept from others is lost to this user. */
  keys: KeyPair | null;
  /** Whether the user has to change it before anything else. */
  mustChange: boolean;
  now: number;
  resourcesFolder: string;
}

/** A new password also ends a lock-out. @throws AppError badInput where it breaks a rule of the office */
export function setPassword(
  db: WriteStore,
  user: { id: number; uid: string; name: string },
  { password, keys, mustChange, now, resourcesFolder }: NewPassword,
): void {
  const userId = user.id;
  const has = password !== '';
  if (has) {
    requireGood(db, user, password, resourcesFolder);
    const { hash, sealingKey } = hashPassword(password);
    db.run(storeSecret, { userId, hash });
    db.run(keepPassword, { userId, hash });
    storeKeyPair(db, user, sealingKey, keys);
  } else {
    db.run(dropSecret, { userId });
    db.run(dropKey, { userId });
  }
  db.update('app_user', userId, {
    has_password: has ? 1 : 0,
    must_change: has && mustChange ? 1 : 0,
    unlocked_at: now,
  });
}

function requireGood(
  db: WriteStore,
  user: { id: number; name: string },
  password: string,
  resourcesFolder: string,
): void {
  const rules = readSecurity(db);
  const owner = passwordOwner(user.name, readTextSetting(db, 'office.name', ''));
  const problem = passwordProblem(password, owner, rules, readCommonPasswords(resourcesFolder));
  if (problem !== null) throw new AppError('badInput', { detail: problem, field: 'password' });
  const past = db.all(pastPasswords, { userId: user.id, count: rules.remembered });
  if (past.some(({ hash }) => checkPassword(password, hash) !== null))
    throw new AppError('badInput', {
      detail: `最近用过的 ${rules.remembered} 个密码不能再用，请换一个`,
      field: 'password',
    });
}

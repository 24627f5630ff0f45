import { createHash, timingSafeEqual } from 'node:crypto';
import type { users as contract } from '#shared/contract/users.ts';
import { AppError } from '#shared/errors.ts';
import { grants } from '#shared/rights.ts';
import { newKeyPair } from '#main/core/secrecy/key-pair.ts';
import { readRecoveryCode, recoveryCode } from '#main/core/secrecy/recovery-code.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { dropEntryKey, entryKey, storeEntryKey, userByUid } from './queries.ts';
import { rolesOf } from './roles.ts';
import { setPassword } from './set-password.ts';

/*
 * The key on paper (恢复密钥) with which a system administrator who is locked out or has forgotten the password gets in
 * again. 32 random bytes, so that a plain digest of them is enough to hold one against.
 */

type Names = 'hasEntryKey' | 'newEntryKey' | 'setEntryKey' | 'recover';

export const entryKeyHandlers: Pick<Handlers<typeof contract>, Names> = {
  hasEntryKey: (_input, { db }) => ({ exists: db.get(entryKey) !== undefined }),

  newEntryKey: () => ({ code: recoveryCode(newKeyPair().secret) }),

  setEntryKey({ code, lastGroup }, { db, hush, summarize }) {
    hush();
    const digest = digestOf(code);
    if (!code.toUpperCase().endsWith(`-${lastGroup.toUpperCase()}`))
      throw new AppError('badInput', { detail: '最后一组与恢复密钥不符，请照着纸上的最后一组输入 4 位' });
    db.run(storeEntryKey, { digest: digest.toString('hex') });
    summarize('以前的恢复密钥作废');
    return { exists: true };
  },

  recover({ userUid, code, password }, { db, now, resourcesFolder, hush, summarize }) {
    hush();
    const user = db.get(userByUid, { uid: userUid });
    summarize(user?.name ?? '');
    const stored = db.get(entryKey)?.digest;
    if (stored === undefined)
      throw new AppError('refused', {
        reason: '这里没有启用过恢复密钥，或它已经用过。请让系统管理员重设密码。',
      });
    if (!timingSafeEqual(digestOf(code), Buffer.from(stored, 'hex')))
      throw new AppError('refused', { reason: '这个恢复密钥不对，它可能已被新的替换。' });
    if (user?.active !== 1 || !grants(rolesOf(user), 'manageUsers'))
      throw new AppError('refused', {
        reason: '恢复密钥只给系统管理员用。其他人忘了密码，请让系统管理员重设。',
      });
    setPassword(db, user, { password, keys: null, mustChange: false, now, resourcesFolder });
    db.run(dropEntryKey);
    return { uid: userUid };
  },
};

/** @throws AppError badInput */
function digestOf(code: string): Buffer {
  const secret = readRecoveryCode(code);
  if (secret === null)
    throw new AppError('badInput', { detail: '恢复密钥不对，请对照纸上的 14 组、每组 4 位再输一遍' });
  return createHash('sha256').update(secret).digest();
}

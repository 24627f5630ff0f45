import { AppError } from '#shared/errors.ts';
import type { LockState } from '#shared/rules/users/lock-out.ts';
import type { SecuritySettings } from '#shared/rules/users/security.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import type { UserSecret } from '#main/features/users/index.ts';
import { checkPasswordLater } from '#main/features/users/password.ts';
import { openKeyPair } from '#main/features/users/user-keys.ts';
import { noteHeldTry, withHeldTries } from './held-tries.ts';

/**
 * Every try goes into the log, from which the wrong ones in a row are counted.
 * @throws AppError lockedOut without looking at the password; wrongPassword
 */
export async function requireEntry(
  user: { uid: string; name: string },
  password: string,
  event: { name: string; label: string; summary: string },
  { core, caller }: ServiceContext,
): Promise<{ secretKey: Uint8Array | null }> {
  const as = { ...caller, userUid: user.uid, userName: user.name };
  const lock = async (): Promise<LockState> => {
    const logged = (await core.read('users.lock', { uid: user.uid }, caller)) as LockState;
    if (core.faults().length === 0) return logged;
    const settings = (await core.read('users.security', null, caller)) as SecuritySettings;
    return withHeldTries(user.uid, logged, settings, Date.now());
  };
  const { until } = await lock();
  if (until !== null) {
    // Under a name of its own: it does not count.
    await core.record({ ...event, name: 'session.lockedOut', outcome: 'refused' }, as);
    throw lockedOut(until);
  }
  const secret = (await core.read('users.secret', { uid: user.uid }, caller)) as UserSecret | null;
  const entry = secret === null ? null : await entryOf(user.uid, secret, password);
  await core.record({ ...event, outcome: entry === null ? 'refused' : 'done' }, as);
  if (core.faults().length > 0) noteHeldTry(user.uid, entry !== null, Date.now());
  if (entry !== null) return entry;
  const after = await lock();
  throw after.until === null ? new AppError('wrongPassword', { left: after.left }) : lockedOut(after.until);
}

function lockedOut(until: number): AppError {
  return new AppError('lockedOut', { until: formatInstant(until) });
}

async function entryOf(userUid: string, secret: UserSecret, password: string) {
  if (secret.password === null) return { secretKey: null };
  const sealingKey = await checkPasswordLater(password, secret.password);
  if (sealingKey === null) return null;
  const { sealedSecret } = secret;
  return {
    secretKey:
      sealedSecret === null ? null : (openKeyPair(userUid, sealingKey, sealedSecret)?.secret ?? null),
  };
}

import type { session as contract } from '#shared/contract/session.ts';
import type { SessionState } from '#shared/contract/session.ts';
import { AppError } from '#shared/errors.ts';
import { type Role, rightsOf } from '#shared/rights.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import type { UserSecret } from '#main/features/users/index.ts';
import { checkPasswordLater } from '#main/features/users/password.ts';
import { openKeyPair } from '#main/features/users/user-keys.ts';
import { forgetFailures, noteFailure, oneAfterAnother, waitAfterFailures } from './attempts.ts';

interface Enterer {
  uid: string;
  name: string;
  role: Role;
  hasPassword: boolean;
}

/** Signing in and out; every other operation then knows its caller from the session. */
export const sessionServices: Services<typeof contract, ServiceContext> = {
  async state(_input, context) {
    await enterAlone(context);
    return stateOf(context);
  },

  signIn: (input, context) => oneAfterAnother(input.userUid, () => signIn(input, context)),

  unlock({ password }, context) {
    const userUid = context.caller.userUid ?? '';
    return oneAfterAnother(userUid, async () => {
      await waitAfterFailures(userUid);
      const entry = await tryPassword(userUid, password, context);
      if (entry === null) throw new AppError('wrongPassword');
      context.session.secretKey = entry.secretKey;
      return { unlocked: entry.secretKey !== null };
    });
  },

  async signOut(_input, context) {
    const { core, session, caller } = context;
    session.user = null;
    session.secretKey = null;
    session.signedOut = true;
    tellOtherWindows(context);
    if (caller.userUid !== null) {
      await core.record(
        { name: 'session.signOut', label: '退出登录', summary: caller.userName, outcome: 'done' },
        caller,
      );
    }
    return stateOf(context);
  },
};

async function signIn(
  { userUid, password = '' }: { userUid: string; password?: string | undefined },
  context: ServiceContext,
): Promise<SessionState> {
  const { core, session, caller } = context;
  await waitAfterFailures(userUid);
  const user = (await enterers(context)).find((candidate) => candidate.uid === userUid);
  if (user === undefined) throw new AppError('notFound', { what: '该用户' });
  const event = { name: 'session.signIn', label: '登录', summary: user.name };
  const as = { ...caller, userUid, userName: user.name };
  const entry = await tryPassword(userUid, password, context);
  if (entry === null) {
    await core.record({ ...event, outcome: 'refused' }, as);
    throw new AppError('wrongPassword');
  }
  await core.record({ ...event, outcome: 'done' }, as);
  session.user = { uid: user.uid, name: user.name, role: user.role };
  session.secretKey = entry.secretKey;
  session.signedOut = false;
  tellOtherWindows(context);
  return stateOf(context);
}

/** Counts the failures in a row. @returns null where it does not let in; with the key that it opens, if there is one */
async function tryPassword(
  userUid: string,
  password: string,
  { core, caller }: ServiceContext,
): Promise<{ secretKey: Uint8Array | null } | null> {
  const secret = (await core.read('users.secret', { uid: userUid }, caller)) as UserSecret | null;
  const entry = secret === null ? null : await entryOf(userUid, secret, password);
  if (entry === null) noteFailure(userUid);
  else forgetFailures(userUid);
  return entry;
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

/** Windows of one browser share its session: the others must not go on in the name of who has left. */
function tellOtherWindows({ core, session }: ServiceContext): void {
  core.publisher.publish('event', {
    event: { kind: 'session' },
    owner: { userUid: null, sessionId: session.id },
  });
}

/** An office of one clerk without a password is not asked who it is, until the clerk has signed out. */
async function enterAlone(context: ServiceContext): Promise<void> {
  const { session } = context;
  if (session.user !== null || session.signedOut) return;
  const [only, ...others] = await enterers(context);
  if (only !== undefined && others.length === 0 && !only.hasPassword) {
    session.user = { uid: only.uid, name: only.name, role: only.role };
  }
}

async function enterers({ core, caller }: ServiceContext): Promise<Enterer[]> {
  return (await core.read('users.forSessions', null, caller)) as Enterer[];
}

async function stateOf(context: ServiceContext): Promise<SessionState> {
  const { core, session, caller } = context;
  const { user } = session;
  const officeName = (await core.read('office.nameForSessions', null, caller)) as string | null;
  return {
    officeName,
    user: user === null ? null : { ...user, rights: rightsOf(user.role) },
    users: (await enterers(context)).map(({ uid, name, hasPassword }) => ({ uid, name, hasPassword })),
    host: session.host,
    dataFolder: core.dataFolder,
    version: core.version,
    faults: core.faults(),
    setAside: officeName === null ? core.setAside : null,
    canOpenFiles: core.abilities.openFile !== undefined,
  };
}

import type { session as contract } from '#shared/contract/session.ts';
import type { SessionState } from '#shared/contract/session.ts';
import { AppError } from '#shared/errors.ts';
import { rightsOf } from '#shared/rights.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import type { SessionUser } from '#main/core/dispatch/sessions.ts';
import type { Enterer } from '#main/features/users/index.ts';
import { oneAfterAnother } from './attempts.ts';
import { requireEntry } from './require-entry.ts';

/** Signing in and out, covering the screen; every other operation then knows its caller from the session. */
export const sessionServices: Services<typeof contract, ServiceContext> = {
  async state(_input, context) {
    await enterAlone(context);
    return stateOf(context);
  },

  signIn: (input, context) => oneAfterAnother(input.userUid, () => signIn(input, context)),

  async lock(_input, context) {
    const { core, session, caller } = context;
    const own = (await enterers(context)).find(({ uid }) => uid === caller.userUid);
    if (own?.hasPassword !== true)
      throw new AppError('refused', {
        reason: '您还没有密码，锁不住屏幕。请先在右上角“修改我的密码”里设置。',
      });
    session.lock();
    tellOtherWindows(context);
    await core.record({ name: 'session.lock', label: '锁屏', summary: own.name, outcome: 'done' }, caller);
    return stateOf(context);
  },

  unlock({ password }, context) {
    const { session } = context;
    const { user } = session;
    if (user === null) throw new AppError('notSignedIn');
    const event = { name: 'session.unlock', label: '核对密码', summary: user.name };
    return oneAfterAnother(user.uid, async () => {
      const { secretKey } = await requireEntry(user, password, event, context);
      session.unlock(secretKey);
      tellOtherWindows(context);
      return { unlocked: secretKey !== null };
    });
  },

  async signOut(_input, context) {
    const { core, session, caller } = context;
    session.signOut();
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
  const { session } = context;
  const user = (await enterers(context)).find((candidate) => candidate.uid === userUid);
  if (user === undefined) throw new AppError('notFound', { what: '该用户' });
  const event = { name: 'session.signIn', label: '登录', summary: user.name };
  const { secretKey } = await requireEntry(user, password, event, context);
  session.signIn(sessionUser(user), secretKey);
  tellOtherWindows(context);
  return stateOf(context);
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
    session.signIn(sessionUser(only), null);
  }
}

function sessionUser({ uid, name, roles, mustChange }: Enterer): SessionUser {
  return { uid, name, roles, mustChange };
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
    user: user === null ? null : { ...user, rights: rightsOf(user.mustChange ? [] : user.roles) },
    users: (await enterers(context)).map(({ uid, name, hasPassword }) => ({ uid, name, hasPassword })),
    host: session.host,
    dataFolder: core.dataFolder,
    version: core.version,
    faults: core.faults(),
    setAside: officeName === null ? core.setAside : null,
    locked: session.locked,
    idleMinutes: (await core.read('users.idleMinutes', null, caller)) as number,
    canOpenFiles: core.abilities.openFile !== undefined,
  };
}

import type { session as contract } from '#shared/contract/session.ts';
import type { SessionState } from '#shared/contract/session.ts';
import { AppError } from '#shared/errors.ts';
import { type Role, rightsOf } from '#shared/rights.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

interface Enterer {
  uid: string;
  name: string;
  role: Role;
  hasPassword: boolean;
}

const FAILURES_BEFORE_DELAY = 3;
const failures = new Map<string, number>();

/** Signing in and out; every other operation then knows its caller from the session. */
export const sessionServices: Services<typeof contract, ServiceContext> = {
  async state(_input, context) {
    await enterAlone(context);
    return stateOf(context);
  },

  async signIn({ userUid, password = '' }, context) {
    const { core, session, caller } = context;
    const user = (await enterers(context)).find((candidate) => candidate.uid === userUid);
    if (user === undefined) throw new AppError('notFound', { what: '该用户' });
    await slowDown(userUid);
    const entered = await core.read('users.mayEnter', { uid: userUid, password }, caller);
    const event = { name: 'session.signIn', label: '登录', summary: user.name };
    const as = { ...caller, userUid, userName: user.name };
    if (entered !== true) {
      failures.set(userUid, (failures.get(userUid) ?? 0) + 1);
      await core.record({ ...event, outcome: 'refused' }, as);
      throw new AppError('wrongPassword');
    }
    failures.delete(userUid);
    session.user = { uid: user.uid, name: user.name, role: user.role };
    await core.record({ ...event, outcome: 'done' }, as);
    return stateOf(context);
  },

  async signOut(_input, context) {
    const { core, session, caller } = context;
    session.user = null;
    if (caller.userUid !== null) {
      await core.record(
        { name: 'session.signOut', label: '退出登录', summary: caller.userName, outcome: 'done' },
        caller,
      );
    }
    return stateOf(context);
  },
};

/** An office of one clerk without a password is not asked who it is. */
async function enterAlone(context: ServiceContext): Promise<void> {
  const { session } = context;
  const [only, ...others] = await enterers(context);
  if (session.user === null && only !== undefined && others.length === 0 && !only.hasPassword) {
    session.user = { uid: only.uid, name: only.name, role: only.role };
  }
}

async function enterers({ core, caller }: ServiceContext): Promise<Enterer[]> {
  return (await core.read('users.forSessions', null, caller)) as Enterer[];
}

async function stateOf(context: ServiceContext): Promise<SessionState> {
  const { core, session, caller } = context;
  const { user } = session;
  return {
    officeName: (await core.read('office.nameForSessions', null, caller)) as string | null,
    user: user === null ? null : { ...user, rights: rightsOf(user.role) },
    users: (await enterers(context)).map(({ uid, name, hasPassword }) => ({ uid, name, hasPassword })),
    host: session.host,
    dataFolder: core.dataFolder,
    version: core.version,
    faults: core.faults(),
    canOpenFiles: core.abilities.openFile !== undefined,
  };
}

/** After a few wrong passwords each further try waits a little longer, up to eight seconds. */
async function slowDown(userUid: string): Promise<void> {
  const wrong = failures.get(userUid) ?? 0;
  if (wrong < FAILURES_BEFORE_DELAY) return;
  const seconds = Math.min(8, 2 ** (wrong - FAILURES_BEFORE_DELAY));
  await new Promise((resolve) => {
    setTimeout(resolve, seconds * 1_000);
  });
}

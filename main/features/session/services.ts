import type { session as contract } from '#shared/contract/session.ts';
import type { SessionState } from '#shared/contract/session.ts';
import { AppError } from '#shared/errors.ts';
import { type Role, rightsOf } from '#shared/rights.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { passwordMatchesLater } from '#main/features/users/password.ts';
import { forgetFailures, noteFailure, oneAfterAnother, waitAfterFailures } from './attempts.ts';

interface UserSecret {
  password: string | null;
}

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

  async signOut(_input, context) {
    const { core, session, caller } = context;
    session.user = null;
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
  const secret = (await core.read('users.secret', { uid: userUid }, caller)) as UserSecret | null;
  const event = { name: 'session.signIn', label: '登录', summary: user.name };
  const as = { ...caller, userUid, userName: user.name };
  if (!(await mayEnter(secret, password))) {
    noteFailure(userUid);
    await core.record({ ...event, outcome: 'refused' }, as);
    throw new AppError('wrongPassword');
  }
  forgetFailures(userUid);
  await core.record({ ...event, outcome: 'done' }, as);
  session.user = { uid: user.uid, name: user.name, role: user.role };
  session.signedOut = false;
  tellOtherWindows(context);
  return stateOf(context);
}

async function mayEnter(secret: UserSecret | null, password: string): Promise<boolean> {
  if (secret === null) return false;
  return secret.password === null || passwordMatchesLater(password, secret.password);
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

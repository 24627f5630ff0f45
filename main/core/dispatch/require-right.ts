import { AppError } from '#shared/errors.ts';
import { grants, type Right } from '#shared/rights.ts';
import { NO_RIGHT } from '../threads/protocol.ts';
import type { CoreServices, ServiceContext } from './context.ts';
import type { Session } from './sessions.ts';

interface AskedRight {
  /** The operation's dotted path and its label, for the log. */
  name: string;
  label: string;
  right: Right;
  /** Open to who has to change his password as well. */
  whileDue?: boolean;
}

/** A refusal stands in the log. @throws AppError screenLocked, passwordDue, notSignedIn, notAllowed */
export async function requireRight(
  { name, label, right, whileDue = false }: AskedRight,
  {
    core,
    session,
    caller,
  }: Pick<ServiceContext, 'session' | 'caller'> & { core: Pick<CoreServices, 'record'> },
): Promise<void> {
  requireOpenSession(session, right, whileDue);
  if (grants(whileDue ? (session.user?.roles ?? null) : caller.roles, right)) return;
  if (caller.roles === null) throw new AppError('notSignedIn');
  await core.record({ name, label, summary: NO_RIGHT, outcome: 'refused' }, caller);
  throw new AppError('notAllowed', { label });
}

/** What stands before every right. @throws AppError screenLocked, passwordDue */
function requireOpenSession({ locked, user }: Session, right: Right, whileDue: boolean): void {
  if (right === 'open') return;
  if (locked) throw new AppError('screenLocked');
  if (user?.mustChange === true && right !== 'signedIn' && !whileDue) throw new AppError('passwordDue');
}

import { randomUUID } from 'node:crypto';
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import { type AnyRouter, implement, ORPCError } from '@orpc/server';
import type { OperationMeta } from '#shared/contract/operation.ts';
import { AppError, errorText } from '#shared/errors.ts';
import { grants } from '#shared/rights.ts';
import type { Caller } from '../handlers.ts';
import { handlerAt } from '../threads/call-table.ts';
import { NO_RIGHT } from '../threads/protocol.ts';
import { toThreadError } from '../threads/thread-error.ts';
import type { CallContext, CoreServices, ServiceContext } from './context.ts';
import type { ErrorLog } from './error-log.ts';
import { statusOf } from './error-status.ts';
import { ownerOf } from './ownership.ts';
import type { Session } from './sessions.ts';

/*
 * One generic forwarder over the contract: the right is checked, then the input, then the call is routed by its
 * metadata. Who may not do something learns nothing of what it takes. No feature is named.
 */

/** Behind the one middleware. */
const AFTER_RIGHT = 1;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function createForwarder(
  contract: object,
  services: object,
  core: Pick<CoreServices, 'read' | 'write' | 'record'>,
  servicesOf: (session: Session) => CoreServices,
  log: ErrorLog,
): AnyRouter {
  /** @throws AppError screenLocked, passwordDue, notSignedIn, notAllowed */
  async function requireRight(path: string, meta: OperationMeta, context: CallContext): Promise<void> {
    requireOpenSession(context.session, meta);
    const caller = callerOf(context);
    if (grants(caller.roles, meta.right)) return;
    if (caller.roles === null) throw new AppError('notSignedIn');
    await core.record({ name: path, label: meta.label, summary: NO_RIGHT, outcome: 'refused' }, caller);
    throw new AppError('notAllowed', { label: meta.label });
  }

  async function forward(
    path: string,
    meta: OperationMeta,
    input: unknown,
    context: CallContext,
    signal?: AbortSignal,
  ) {
    const caller = callerOf(context);
    switch (meta.kind) {
      case 'read':
        return core.read(path, input, caller, signal);
      case 'write':
        return core.write(path, input, caller, header(context, 'x-operation') ?? randomUUID(), {
          owner: ownerOf(context.session),
        });
      case 'service':
        return callService(path, input, { session: context.session, caller, signal });
    }
  }

  function callService(path: string, input: unknown, call: Omit<ServiceContext, 'core' | 'asked'>): unknown {
    const asked = { operation: path, input };
    return handlerAt(services, path)(input, { ...call, asked, core: servicesOf(call.session) });
  }

  function build(part: object, prefix: string): AnyRouter {
    const router: Record<string, AnyRouter> = {};
    for (const [name, child] of Object.entries(part)) {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      router[name] = isContractProcedure(child) ? procedure(child, path) : build(child, path);
    }
    return router;
  }

  function procedure(contractProcedure: AnyContractProcedure, path: string): AnyRouter {
    const meta = contractProcedure['~orpc'].meta as OperationMeta;
    return implement(contractProcedure, { initialInputValidationIndex: AFTER_RIGHT })
      .$context<CallContext>()
      .use(async ({ context, signal, next }) => {
        await answered(path, signal, () => requireRight(path, meta, context));
        return next();
      })
      .handler(({ input, context, signal }) =>
        answered(path, signal, () => forward(path, meta, input, context, signal)),
      );
  }

  async function answered<Answer>(
    path: string,
    signal: AbortSignal | undefined,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      // Nobody hears it, and it is no fault.
      if (signal?.aborted === true && error === signal.reason) throw new ORPCError('CLIENT_CLOSED_REQUEST');
      throw toCarrierError(error, path, log);
    }
  }

  return build(contract, '');
}

/** What stands before every right. @throws AppError screenLocked, passwordDue */
function requireOpenSession({ locked, user }: Session, { right }: OperationMeta): void {
  if (right === 'open') return;
  if (locked) throw new AppError('screenLocked');
  if (user?.mustChange === true && right !== 'signedIn') throw new AppError('passwordDue');
}

function callerOf(context: CallContext): Caller {
  const session: Session = context.session;
  return {
    userUid: session.user?.uid ?? null,
    userName: session.user?.name ?? '',
    // Whoever has to change the password may do nothing else, taking back included.
    roles: session.user?.mustChange === true ? [] : (session.user?.roles ?? null),
    windowUid: header(context, 'x-window') ?? session.id.slice(0, 8),
    host: session.host,
    ...(session.secretKey === null ? {} : { secretKey: session.secretKey }),
  };
}

/** Headers come from the page and go into the log: only a uuid is taken. */
function header(context: CallContext, name: string): string | undefined {
  const value = context.reqHeaders?.get(name);
  return value !== null && value !== undefined && uuid.test(value) ? value : undefined;
}

function toCarrierError(error: unknown, path: string, log: ErrorLog): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return error;
  const { code, data, detail } = toThreadError(error);
  const cause = error instanceof Error && typeof error.cause === 'string' ? error.cause : detail;
  const shown = cause === null ? data : { ...data, number: log.write(path, cause) };
  return new ORPCError(code, { status: statusOf(code), message: errorText(code, shown), data: shown });
}

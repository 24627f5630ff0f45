import { randomUUID } from 'node:crypto';
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import { type AnyRouter, implement, ORPCError } from '@orpc/server';
import type { OperationMeta } from '#shared/contract/operation.ts';
import { errorText } from '#shared/errors.ts';
import type { Caller } from '../handlers.ts';
import { handlerAt } from '../threads/call-table.ts';
import { toThreadError } from '../threads/thread-error.ts';
import type { CallContext, CoreServices, ServiceContext } from './context.ts';
import type { ErrorLog } from './error-log.ts';
import { statusOf } from './error-status.ts';
import { ownerOf } from './ownership.ts';
import { requireRight } from './require-right.ts';
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
        const whileDue = meta.kind === 'service' && meta.whileDue === true;
        const asked = { name: path, label: meta.label, right: meta.right, whileDue };
        const by = { core, session: context.session, caller: callerOf(context) };
        await answered(path, signal, () => requireRight(asked, by));
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

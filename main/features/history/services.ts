import type { history as contract } from '#shared/contract/history.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

/** Undo and redo run in the writer thread like every write, but undo whatever feature it was. */
export const historyServices: Services<typeof contract, ServiceContext> = {
  undo: ({ operationUid }, { core, caller }) => core.takeBack('undo', operationUid ?? null, caller),
  redo: (_input, { core, caller }) => core.takeBack('redo', null, caller),
};

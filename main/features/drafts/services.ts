import type { drafts as contract } from '#shared/contract/drafts.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

export const draftServices: Services<typeof contract, ServiceContext> = {
  async keep({ document, content }, { core, caller }) {
    await core.draft({ document, to: 'kept', content }, caller);
    return { keptAt: Date.now() };
  },
  async discard({ document, which }, { core, caller }) {
    await core.draft({ document, to: 'givenUp', which }, caller);
    return { discarded: true };
  },
};

import type { jobs as contract } from '#shared/contract/jobs.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

export const jobServices: Services<typeof contract, ServiceContext> = {
  get: ({ uid }, { core }) => core.jobs.get(uid),
  enough: ({ uid }, { core }) => ({ ended: core.jobs.enough(uid) }),
  cancel: ({ uid }, { core }) => ({ cancelled: core.jobs.cancel(uid) }),
};

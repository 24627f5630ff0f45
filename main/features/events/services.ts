import type { events as contract } from '#shared/contract/events.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

/** Tells a page what changed elsewhere; ends when the page goes away. */
export const eventServices: Services<typeof contract, ServiceContext> = {
  watch: (_input, { core, signal }) =>
    core.publisher.subscribe('event', signal === undefined ? {} : { signal }),
};

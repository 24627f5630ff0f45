import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract/index.ts';
import type { CallContext } from './carriers/call-context.ts';
import { httpLink } from './carriers/http-link.ts';
import { portLink } from './carriers/port-link.ts';
import { repeatingLink } from './carriers/repeating-link.ts';

/*
 * The whole contract as typed functions, over whichever carrier the host offers. Only its types are
 * imported: the schemas stay in the core.
 */

const link = repeatingLink(location.protocol === 'app:' ? portLink() : httpLink());

/** client.users.add(input) asks the core. Writes go through useOperation, which also shows how saving goes. */
export const client = createORPCClient<ContractRouterClient<Contract, CallContext>>(link);

/** api.users.list.queryOptions({ meta: { tables: ['app_user'] } }) for useQuery. */
export const api = createTanstackQueryUtils(client);

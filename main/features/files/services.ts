import type { files as contract } from '#shared/contract/files.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

/** Files of the clerk on their way in, and written files on their way out. */
export const fileServices: Services<typeof contract, ServiceContext> = {
  begin({ name, bytes }, { core }) {
    const token = core.files.begin(name, bytes);
    core.jobs.expectFile(name);
    return { token };
  },
  append: ({ token, offset, data }, { core }) => ({
    received: core.files.append(token, offset, Buffer.from(data, 'base64')),
  }),
  finish: ({ token, sha256 }, { core }) => ({ token: core.files.finish(token, sha256) }),
  discard: ({ tokens }, { core }) => ({
    discarded: tokens.filter((token) => core.files.discard(token)).length,
  }),
  async open({ token }, { core }) {
    const { path } = core.files.written(token);
    return { opened: (await core.abilities.openFile?.(path)) ?? false };
  },
  async reveal({ token }, { core }) {
    const path = core.files.shown(token);
    return { opened: (await core.abilities.revealFile?.(path)) ?? false };
  },
};

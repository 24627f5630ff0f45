import type { drafts as contract } from '#shared/contract/drafts.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { draftsOf } from '#main/core/store/drafts.ts';

export const drafts: Handlers<typeof contract> = {
  of: ({ document }, { db, caller }) =>
    draftsOf(db, document, caller.userUid ?? '').map(({ content, updatedAt, windowUid }) => ({
      content,
      updatedAt,
      own: windowUid === caller.windowUid,
    })),
};

import type { CoreEvent } from '#shared/contract/events.ts';
import type { Session } from './sessions.ts';

/** Whose a job or a file is: the user's, in every window of theirs; before anybody has signed in, the session's. */
export interface Owner {
  readonly userUid: string | null;
  readonly sessionId: string;
}

/** What is told to the pages; with an owner, only to the owner's. */
export interface Announcement {
  readonly event: CoreEvent;
  readonly owner: Owner | null;
}

export function ownerOf({ id, user }: Session): Owner {
  return { userUid: user?.uid ?? null, sessionId: id };
}

export function isSameOwner(owner: Owner, other: Owner): boolean {
  return owner.userUid === null ? owner.sessionId === other.sessionId : owner.userUid === other.userUid;
}

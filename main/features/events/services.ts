import type { CoreEvent, events as contract } from '#shared/contract/events.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { type Announcement, isSameOwner, ownerOf } from '#main/core/dispatch/ownership.ts';
import type { Session } from '#main/core/dispatch/sessions.ts';
import type { Services } from '#main/core/handlers.ts';

/** What the doors show: who may sign in, and the office's name. */
const tablesOfDoors: ReadonlySet<string> = new Set(['app_user', 'setting']);

/** Tells a page what changed elsewhere; ends when the page goes away. */
export const eventServices: Services<typeof contract, ServiceContext> = {
  watch(_input, { core, session, signal }) {
    // Subscribed before the answer goes out: the page misses nothing from then on.
    const announcements = core.publisher.subscribe('event', signal === undefined ? {} : { signal });
    return eventsFor(session, announcements, core.handed.waits());
  },
};

async function* eventsFor(
  session: Session,
  announcements: AsyncIterable<Announcement>,
  isFileWaiting: boolean,
): AsyncGenerator<CoreEvent, void> {
  // It may have been opened from the desktop before there was any page.
  if (isFileWaiting) yield { kind: 'handed' };
  for await (const announcement of announcements) {
    const event = eventFor(session, announcement);
    if (event !== null) yield event;
  }
}

/** What this session may hear, decided at the moment: who is signed in changes while the page listens. */
function eventFor(session: Session, { event, owner }: Announcement): CoreEvent | null {
  if (owner !== null && !isSameOwner(owner, ownerOf(session))) return null;
  if (event.kind === 'job' && owner === null) return null;
  if (event.kind !== 'changed' || session.user !== null) return event;
  const changes = event.changes.filter(({ table }) => tablesOfDoors.has(table));
  return changes.length === 0 ? null : { ...event, label: '', userName: '', changes };
}

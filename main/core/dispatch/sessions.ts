import { randomBytes } from 'node:crypto';
import type { Role } from '#shared/rights.ts';
import type { Host } from '../host.ts';

export interface SessionUser {
  uid: string;
  name: string;
  roles: readonly Role[];
  /** May do nothing but change the password. */
  mustChange: boolean;
}

/** One door that was let in: a browser that exchanged its token, or a window of the Electron host. */
export interface Session {
  readonly id: string;
  readonly host: Host;
  user: SessionUser | null;
  /** Opens what is kept from other users; only in memory, only after a password was given. */
  secretKey: Uint8Array | null;
  /** The screen is covered: nothing is answered before the password was given. */
  locked: boolean;
  /** Who signed out on purpose is not let in again without choosing a name. */
  signedOut: boolean;
}

/** Sessions live in memory: after a restart everybody signs in anew. */
export class Sessions {
  readonly #byId = new Map<string, Session>();

  open(host: Host): Session {
    const session: Session = {
      id: randomBytes(32).toString('base64url'),
      host,
      user: null,
      secretKey: null,
      locked: false,
      signedOut: false,
    };
    this.#byId.set(session.id, session);
    return session;
  }

  find(id: string): Session | undefined {
    return this.#byId.get(id);
  }

  close(id: string): void {
    this.#byId.delete(id);
  }

  /** Names, roles and dismissals take effect at once, not at the next sign-in. */
  refresh(users: ReadonlyMap<string, SessionUser>): void {
    for (const session of this.#byId.values()) {
      if (session.user !== null) session.user = users.get(session.user.uid) ?? null;
      if (session.user === null) {
        session.secretKey = null;
        session.locked = false;
      }
    }
  }
}

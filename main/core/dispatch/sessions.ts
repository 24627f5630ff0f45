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

/** What of a session outlives its process. */
export interface KeptSession {
  readonly id: string;
  readonly host: Host;
  readonly userUid: string | null;
  readonly locked: boolean;
  readonly signedOut: boolean;
}

/** One door that was let in: a browser that exchanged its token, or a window of the Electron host. */
export class Session {
  readonly id: string;
  readonly host: Host;
  readonly #changed: () => void;
  #user: SessionUser | null = null;
  #secretKey: Uint8Array | null = null;
  #locked = false;
  #signedOut = false;

  constructor(id: string, host: Host, changed: () => void) {
    this.id = id;
    this.host = host;
    this.#changed = changed;
  }

  get user(): SessionUser | null {
    return this.#user;
  }

  /** Opens what is kept from other users; only in memory, only after a password was given. */
  get secretKey(): Uint8Array | null {
    return this.#secretKey;
  }

  /** The screen is covered: nothing is answered before the password was given. */
  get locked(): boolean {
    return this.#locked;
  }

  /** Who signed out on purpose is not let in again without choosing a name. */
  get signedOut(): boolean {
    return this.#signedOut;
  }

  signIn(user: SessionUser, secretKey: Uint8Array | null): void {
    this.#user = user;
    this.#signedOut = false;
    this.unlock(secretKey);
  }

  lock(): void {
    this.#locked = true;
    this.#changed();
  }

  unlock(secretKey: Uint8Array | null): void {
    this.#secretKey = secretKey;
    this.#locked = false;
    this.#changed();
  }

  signOut(): void {
    this.#signedOut = true;
    this.refresh(null);
  }

  /** The user as stored now; null is no longer let in. */
  refresh(user: SessionUser | null): void {
    this.#user = user;
    if (user === null) {
      this.#secretKey = null;
      this.#locked = false;
    }
    this.#changed();
  }

  /** Goes on where an earlier session of the same window was; sealed things stay so until a password is given. */
  continue({ locked, signedOut }: Pick<KeptSession, 'locked' | 'signedOut'>, user: SessionUser | null): void {
    this.#locked = locked;
    this.#signedOut = signedOut;
    this.refresh(user);
  }

  kept(): KeptSession {
    const { id, host, locked, signedOut } = this;
    return { id, host, userUid: this.#user?.uid ?? null, locked, signedOut };
  }
}

/** Sessions live in memory; a process that takes the place of a dead one is handed what is kept of them. */
export class Sessions {
  readonly #byId = new Map<string, Session>();
  #tell: () => void = () => undefined;

  open(host: Host): Session {
    return this.#add(randomBytes(32).toString('base64url'), host);
  }

  #add(id: string, host: Host): Session {
    const session = new Session(id, host, () => this.#tell());
    this.#byId.set(session.id, session);
    this.#tell();
    return session;
  }

  find(id: string): Session | undefined {
    return this.#byId.get(id);
  }

  close(id: string): void {
    this.#byId.delete(id);
    this.#tell();
  }

  /** Names, roles and dismissals take effect at once, not at the next sign-in. */
  refresh(users: ReadonlyMap<string, SessionUser>): void {
    this.#together(() => {
      for (const session of this.#byId.values()) {
        const { user } = session;
        if (user !== null) session.refresh(users.get(user.uid) ?? null);
      }
    });
  }

  /** What changes in many sessions at once is told once, when all of it has changed. */
  #together(change: () => void): void {
    const tell = this.#tell;
    this.#tell = () => undefined;
    try {
      change();
    } finally {
      this.#tell = tell;
    }
    tell();
  }

  /** Of a process that died: its windows know the id. */
  reopen({ id, host }: Pick<KeptSession, 'id' | 'host'>): Session {
    return this.#add(id, host);
  }

  /** Tells what is to be kept, now and after every change. */
  keepWith(keep: (kept: readonly KeptSession[]) => void): void {
    this.#tell = () => keep([...this.#byId.values()].map((session) => session.kept()));
    this.#tell();
  }
}

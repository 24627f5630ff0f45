import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { grants, type Right, type Role, roles } from '#shared/rights.ts';
import { createForwarder } from '#main/core/dispatch/forwarder.ts';
import { type Session, Sessions } from '#main/core/dispatch/sessions.ts';
import type { Host } from '#main/core/host.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { services } from '#main/features/services.ts';
import { type AnyCall, httpCarrier, portCarrier } from '#tests/support/carriers.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';

/*
 * Every role, and nobody, against every operation over both carriers: the real contract, forwarder, sessions and
 * carriers. What lies behind the right is a stand-in, so that what is allowed is done to nothing.
 */

const operations = [...operationsOf(contract)].map(({ path, procedure, meta }) => ({
  path,
  meta,
  takesInput: procedure['~orpc'].inputSchema !== undefined,
}));

interface Case {
  who: string;
  /** null: nobody is signed in. */
  role: Role | null;
  mustChange?: boolean;
  locked?: boolean;
  passes: (right: Right, path: string) => boolean;
  /** What all others are told. */
  refusal: string;
}

const own: readonly Right[] = ['open', 'signedIn'];
const cases: Case[] = [
  ...roles.map((role) => ({
    who: role,
    role,
    passes: (right: Right) => grants([role], right),
    refusal: 'notAllowed',
  })),
  { who: 'nobody', role: null, passes: (right) => right === 'open', refusal: 'notSignedIn' },
  {
    who: 'a director who has to change the password',
    role: 'director',
    mustChange: true,
    // While the checks' findings stand no password can be changed: accepting them comes first.
    passes: (right, path) => own.includes(right) || path === 'recovery.accept',
    refusal: 'passwordDue',
  },
  {
    who: 'a director behind the covered screen',
    role: 'director',
    locked: true,
    passes: (right) => right === 'open',
    refusal: 'screenLocked',
  },
];

/** What was done, and what was written down as refused. */
const reached = new Set<string>();
const recorded = new Set<string>();

const reach = (path: string): Promise<void> => Promise.resolve(void reached.add(path));
const standInCore = {
  read: reach,
  write: reach,
  record: ({ name }: { name: string }) => Promise.resolve(void recorded.add(name)),
};

/** The services with the same names, none of which does anything. */
function standIns(part: object, prefix = ''): object {
  return Object.fromEntries(
    Object.entries(part).map(([name, child]: [string, unknown]) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      if (typeof child === 'object' && child !== null) return [name, standIns(child, path)];
      return [name, () => void reached.add(path)];
    }),
  );
}

class WatchedSessions extends Sessions {
  last: Session | null = null;

  override open(host: Host): Session {
    this.last = super.open(host);
    return this.last;
  }
}

/** Of no operation's shape: whoever gets past the right is told so. */
const RUBBISH = 4_711;

describe('who may do what over both carriers', () => {
  const sessions = new WatchedSessions();
  const callers = new Map<Case, { name: string; call: AnyCall; close(): void }[]>();
  let office: HttpOffice;

  beforeAll(async () => {
    const servicesOf = () => office.core;
    const log = { write: () => '0' };
    const router = createForwarder(contract, standIns(services), standInCore, servicesOf, log);
    office = await startHttpOffice({ sessions, router });
    for (const [index, each] of cases.entries()) {
      const http = await httpCarrier(office);
      admit(each);
      const port = portCarrier(office, index + 1);
      admit(each);
      callers.set(each, [http, port]);
    }
  });
  afterAll(async () => {
    for (const carriers of callers.values()) for (const carrier of carriers) carrier.close();
    await office.close();
  });

  function admit({ who, role, mustChange = false, locked = false }: Case): void {
    const { last } = sessions;
    if (last === null) throw new Error('no session was opened');
    if (role !== null) last.signIn({ uid: crypto.randomUUID(), name: who, roles: [role], mustChange }, null);
    if (locked) last.lock();
  }

  it.each(cases)('$who', { timeout: 60_000 }, async (each) => {
    for (const { name, call } of callers.get(each) ?? []) {
      reached.clear();
      recorded.clear();
      const outcomes: Record<string, string> = {};
      for (const { path, takesInput } of operations) {
        const code = await codeOf(call(path, takesInput ? RUBBISH : undefined));
        const isThrough = takesInput ? code === 'BAD_REQUEST' : reached.has(path);
        outcomes[path] = isThrough ? 'through' : code;
      }
      const expected = operations.map(({ path, meta }) => [
        path,
        each.passes(meta.right, path) ? 'through' : each.refusal,
      ]);
      expect(outcomes, name).toEqual(Object.fromEntries(expected));
      const refused = expected.flatMap(([path, outcome]) => (outcome === 'notAllowed' ? [path] : []));
      expect(recorded, name).toEqual(new Set(refused));
    }
  });
});

async function codeOf(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    () => 'answered',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
}

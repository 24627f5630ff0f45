import type * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { usualCreditSettings } from '#shared/rules/credit/settings.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { type AnyCall, httpCarrier, portCarrier } from '#tests/support/carriers.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';
import { sampleUids } from '#tests/support/sample-uids.ts';
import { validInput } from '#tests/support/valid-input.ts';

/*
 * Every operation with an input that its contract takes, on the sample city: one copy of it is called over HTTP, another
 * over a port. What their rules say to it is other tests' business; here both say the same, in plain words.
 */

/** They end the session that the others need, or never end. */
const notCalled: readonly string[] = ['session.signOut', 'session.lock', 'events.watch'];

/** Random, or the name of the folder. */
const ownAnswers: readonly string[] = [
  'campaigns.newRecoveryCode',
  'users.newEntryKey',
  'about.state',
  'backups.state',
  'recovery.state',
  'session.state',
  'session.signIn',
];

type Fields = Record<string, unknown>;
const atSites = { subject: 'site', kindUid: null, tradeUid: null, name: '', count: 1 };
const ordinary = {
  uid: null,
  name: '示例',
  effect: 'ordinary',
  points: null,
  months: 1,
  validFrom: '2026-09-30',
  validTo: null,
  source: '',
};
/** Where the parts of a value have to fit each other. */
const ownInputs: Readonly<Record<string, (made: Fields) => Fields>> = {
  'backups.setPassword': () => ({ password: 'Anlan-2026-fire' }),
  'campaigns.setSampling': (made) => ({ ...made, base: { sampling: [] }, set: { sampling: [atSites] } }),
  'credit.setKinds': () => ({ base: [ordinary], set: [ordinary] }),
  'credit.setSettings': () => ({ base: usualCreditSettings, set: usualCreditSettings }),
  'waterChecks.enter': (made) => ({ ...made, check: { ...(made['check'] as Fields), untested: '' } }),
};

interface Operation {
  path: string;
  kind: string;
  schema: z.ZodType | undefined;
}

const operations: Operation[] = [...operationsOf(contract)]
  .map(({ path, procedure, meta }) => ({
    path,
    kind: meta.kind,
    schema: procedure['~orpc'].inputSchema as z.ZodType | undefined,
  }))
  .filter(({ path }) => !notCalled.includes(path))
  .toSorted((one, other) => turnOf(one) - turnOf(other));

/** What takes away comes last. */
function turnOf({ path, kind }: Operation): number {
  if (kind === 'read') return 0;
  return /remove|discard|cancel|withdraw|drop|merge|undo|redo/iu.test(path) ? 2 : 1;
}

interface Caller {
  name: string;
  office: HttpOffice;
  call: AnyCall;
  uids: ReturnType<typeof sampleUids>;
  /** By operation. */
  outcomes: Map<string, Outcome>;
}

interface Outcome {
  /** `answered`, or the code of the error. */
  code: string;
  /** The answer or the error's words, alike for all offices. */
  text: string;
}

describe('every operation with a valid input', () => {
  const callers: Caller[] = [];
  const unfit: string[] = [];

  beforeAll(async () => {
    for (const carrierOf of [httpCarrier, portCarrier]) {
      const office = await startHttpOffice(undefined, async () => (await startSampleOffice()).office);
      const { name, call } = await carrierOf(office);
      await call('session.state', undefined);
      callers.push({ name, office, call, uids: sampleUids(office.dataFolder), outcomes: new Map() });
    }
    for (const operation of operations)
      for (const caller of callers) caller.outcomes.set(operation.path, await outcomeOf(operation, caller));
  }, 240_000);
  afterAll(async () => {
    for (const { office, uids } of callers) {
      uids.close();
      await office.close();
    }
  });

  async function outcomeOf({ path, schema }: Operation, { call, uids }: Caller): Promise<Outcome> {
    const made = schema === undefined ? undefined : validInput(schema, path, (asked) => uids.of(path, asked));
    const input = ownInputs[path]?.(made as Fields) ?? made;
    if (schema?.safeParse(input).success === false) unfit.push(path);
    try {
      const answer = await call(path, input);
      // It has been asked for: that is enough here.
      const { jobUid } = Object(answer) as { jobUid?: unknown };
      if (typeof jobUid === 'string') await call('jobs.cancel', { uid: jobUid });
      return { code: 'answered', text: alike(answer) };
    } catch (error) {
      const { code, message } = error as { code?: unknown; message: string };
      return { code: String(code), text: alike(message) };
    }
  }

  it('is taken by its contract', () => {
    expect(unfit).toEqual([]);
  });

  it('is answered alike over HTTP and over a port', () => {
    const [http, port] = callers.map(({ outcomes }) =>
      [...outcomes].filter(([path]) => !ownAnswers.includes(path)),
    );
    expect(http).toEqual(port);
  });

  it.each(['HTTP', 'message port'])('ends over %s in an answer or in words for the clerk', (name) => {
    const outcomes = [...(callers.find((caller) => caller.name === name)?.outcomes ?? [])];
    expect(outcomes).toHaveLength(operations.length);
    const inWords = /^"[“0-9\p{Script=Han}]/u;
    expect(outcomes.filter(([, { code, text }]) => code !== 'answered' && !inWords.test(text))).toEqual([]);
    expect(outcomes.filter(([, { code }]) => notForClerks.includes(code))).toEqual([]);
    const answered = outcomes.filter(([, { code }]) => code === 'answered').length;
    expect(answered).toBeGreaterThan(operations.length / 2);
  });
});

/** Faults of the program, or of a page that asks wrongly. */
const notForClerks = ['internal', 'BAD_REQUEST', 'INTERNAL_SERVER_ERROR', 'NOT_FOUND', 'undefined'];

/** Without what differs from office to office: uids by their turn, and the moment. */
function alike(value: unknown): string {
  const seen = new Map<string, string>();
  return (JSON.stringify(value) ?? '')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, (uid) => {
      if (!seen.has(uid)) seen.set(uid, `#${seen.size}`);
      return seen.get(uid) ?? uid;
    })
    .replaceAll(/(?<=\D)1[78]\d{11}(?=\D)/gu, 'now');
}

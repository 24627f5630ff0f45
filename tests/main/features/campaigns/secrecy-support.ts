import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { contract } from '#shared/contract/index.ts';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import type { Client } from '#tests/support/core.ts';
import { type CampaignOffice, today } from './support.ts';

/** A user signed in with a session of his own. */
export async function signedIn({ sites: { office } }: CampaignOffice, userUid: string, password: string) {
  const session = office.core.sessions.open('browser');
  const client = office.window(session);
  await client.session.signIn({ userUid, password });
  return { session, client, userUid };
}

/** The first clerk of the office gets a password; his session is open for what is sealed. */
export async function withPassword({ client }: CampaignOffice, password: string): Promise<string> {
  await client.users.changeOwnPassword({ current: '', password });
  await client.session.unlock({ password });
  const { user } = await client.session.state();
  return user!.uid;
}

/** Which of the words the files of a folder hold, as text, as UTF-16 or as base64. */
export function wordsInFiles(folder: string, words: readonly string[]): string[] {
  const files = filesUnder(folder).map((path) => readFileSync(path));
  return words.filter((word) => formsOf(word).some((form) => files.some((bytes) => bytes.includes(form))));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** A word inside a longer text shows in base64 by one of three forms, without the characters at its edges. */
function formsOf(word: string): Buffer[] {
  const encoded = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), Buffer.from(word)])
      .toString('base64')
      .replaceAll('=', '')
      .slice(before === 0 ? 0 : 4, -2),
  );
  const escaped = JSON.stringify(word)
    .slice(1, -1)
    .replaceAll(/[^ -~]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(escaped),
    ...encoded.map((text) => Buffer.from(text)),
  ];
}

/**
 * What every read of the contract answers this user, with each of the uids wherever one is asked for.
 * @returns the answers, problems included, and the reads that never took the input
 */
export async function everyAnswer(
  client: Client,
  uids: readonly string[],
): Promise<{ answers: string; refusing: string[] }> {
  const answers: string[] = [];
  const refusing: string[] = [];
  for (const { path, procedure, meta } of operationsOf(contract)) {
    if (meta.kind !== 'read') continue;
    const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined;
    const inputs =
      schema === undefined
        ? [undefined]
        : uids.flatMap((uid) => [sampleOf(schema, uid, 0), sampleOf(schema, uid, -1)]);
    const outcomes = await Promise.all(
      inputs.map((input) => call(client, path, input).catch((error: unknown) => error)),
    );
    if (outcomes.every((outcome) => codeOf(outcome) === 'BAD_REQUEST')) refusing.push(path);
    answers.push(...outcomes.map((outcome) => `${path} ${JSON.stringify(outcome)} ${String(outcome)}`));
  }
  return { answers: answers.join('\n'), refusing };
}

async function call(client: Client, path: string, input: unknown): Promise<unknown> {
  let part: unknown = client;
  for (const name of path.split('.')) part = (part as Record<string, unknown>)[name];
  return (part as (given: unknown) => Promise<unknown>)(input);
}

function codeOf(outcome: unknown): string {
  return outcome instanceof Error && 'code' in outcome ? String(outcome.code) : '';
}

interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  anyOf?: Shape[];
  oneOf?: Shape[];
  items?: Shape;
  minItems?: number;
  minimum?: number;
  minLength?: number;
  properties?: Record<string, Shape>;
  required?: string[];
}

/** The plainest input that a schema takes, and the widest: nothing is chosen that may be left open. */
function sampleOf(schema: z.ZodType, uid: string, choice: number): unknown {
  return sample(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape, { uid, choice });
}

interface Wanted {
  uid: string;
  /** Which value of a closed set: the first or the last. */
  choice: number;
}

/** What no schema tells: names of the store, and an export form that hangs together. */
function madeByHand(name: string, part: Shape): unknown {
  if (name === 'table' && part.type === 'string') return 'campaign_target';
  if (name === 'column') return 'name';
  return part.properties?.['sheets'] === undefined ? undefined : usualForm('临川市消防安全委员会办公室');
}

function sample(shape: Shape, wanted: Wanted): unknown {
  const { type, anyOf, oneOf } = shape;
  const { uid, choice } = wanted;
  if ('const' in shape) return shape.const;
  if (shape.enum !== undefined) return shape.enum.at(choice);
  const choices = anyOf ?? oneOf;
  if (choices !== undefined)
    return choices.some((each) => each.type === 'null') ? null : sample(choices.at(choice)!, wanted);
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, part]) => [
        name,
        madeByHand(name, part) ?? sample(part, wanted),
      ]),
    );
  if (type === 'array') return (shape.minItems ?? 0) > 0 ? [sample(shape.items ?? {}, wanted)] : [];
  if (type === 'integer' || type === 'number') return Math.max(shape.minimum ?? 1, 1);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  if (shape.pattern !== undefined) {
    const pattern = new RegExp(shape.pattern, 'u');
    const words = [uid, today, today.slice(0, 7), 'campaign', `forms/campaign/${uid}`];
    return words.find((word) => pattern.test(word));
  }
  return (shape.minLength ?? 0) > 0 ? uid : '';
}

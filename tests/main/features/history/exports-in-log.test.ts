import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contract } from '#shared/contract/index.ts';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { collectedColumn } from '#shared/rules/collections/definition.ts';
import { askedNameOf } from '#shared/rules/history/asked-names.ts';
import { sqlOf } from '#main/core/packs/schema-map.ts';
import { openReader } from '#main/core/store/open.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { bytesOf, handedOut, receive } from '#tests/support/handed-workbooks.ts';
import { askedExports, type GivenExports } from '#tests/support/asked-exports.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';
import { upload } from '#tests/support/upload.ts';

/* Whatever leaves the program stands in the log with the hash of its file: held against every operation that is marked so. */

const exporting = [...operationsOf(contract)].filter(
  ({ meta }) => meta.kind === 'service' && meta.exports === true,
);

let sample: SampleOffice;
let client: Client;
let db: ReadStore;
let given: GivenExports;
beforeAll(async () => {
  sample = await startSampleOffice(undefined, {
    printPdf: ({ papers }) =>
      Promise.resolve({
        papers: papers.map(() => ({ count: 2, linesPerPage: 22, endMatterAlone: false, slipAlone: false })),
        pdfs: [new TextEncoder().encode('%PDF-1.7')],
      }),
  });
  ({ client } = sample);
  db = openReader(sample.office.dataFolder);
  await client.office.update({
    name: '临川市消防安全委员会办公室',
    exportFolder: join(sample.office.dataFolder, 'out'),
  });
  given = { uid, made: await makeTheRest() };
}, 120_000);
afterAll(async () => {
  db.close();
  await sample.office.close();
});

function uid(table: string, condition = '1', column = 'uid'): string {
  const sql = `SELECT ${column} AS found FROM ${table} WHERE ${condition} ORDER BY id LIMIT 1`;
  const row = db.get(sqlOf<{ found: string }>(sql));
  if (row === undefined) throw new Error(`the sample has no ${table} where ${condition}`);
  return row.found;
}

/** A client has no properties of its own: it makes a call out of any path. */
function operationAt(path: string): (asked: unknown) => Promise<{ jobUid: string }> {
  let part: unknown = client;
  for (const name of path.split('.')) part = Reflect.get(part as object, name);
  return part as (asked: unknown) => Promise<{ jobUid: string }>;
}

async function resultOf<Result>(started: Promise<{ jobUid: string }>): Promise<Result> {
  const { problem, result } = await finishedJob(client, (await started).jobUid);
  if (problem !== null) throw new Error(problem);
  return result as Result;
}

async function makeTheRest(): Promise<GivenExports['made']> {
  const { uid: set } = await client.reports.handUp({
    uids: [uid('report_definition')],
    from: '2026-01-01',
    to: '2026-09-30',
    recipient: '省消安办',
    handedOn: '2026-10-08',
    note: '',
  });
  const bytes = readFileSync(join(import.meta.dirname, '../../../fixtures/forms/quarterly.xlsx'));
  const fileToken = await upload(client, '季度表.xlsx', bytes);
  const { uid: form } = await resultOf<{ uid: string }>(
    client.foreignForms.add({ fileToken, name: '季度表' }),
  );
  const { jobUid: diagnosis } = await client.about.diagnose();
  await finishedJob(client, diagnosis);
  const { uid: collection } = await client.collections.create({
    title: '排查统计',
    origin: { kind: 'form' },
    instruction: '请按实填写。',
    dueOn: '2099-12-05',
    organizationUids: [uid('organization', "level = 'county'")],
    form: {
      definition: {
        rows: 'given',
        blankRows: 0,
        columns: [
          collectedColumn('item', '场所', { locked: true }),
          collectedColumn('count', '数量', { required: true }),
        ],
      },
      rows: [{ key: 'high', values: { item: '高层建筑' }, ranges: {} }],
    },
  });
  // Returned as it was handed out, it has to be corrected.
  for (const [name, book] of await handedOut(client, collection))
    await receive(client, collection, [{ name: `${name}.xlsx`, bytes: await bytesOf(book) }]);
  const [unit] = (await client.collections.get({ uid: collection })).units;
  return { collection, unit: unit?.uid ?? '', form, set, diagnosis };
}

/** Of a folder as `sha256sum` lists its files, by path. */
function hashOf(path: string): string {
  const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
  if (!statSync(path).isDirectory()) return sha256(readFileSync(path));
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile())
    .toSorted();
  return sha256(files.map((name) => `${sha256(readFileSync(join(path, name)))}  ${name}\n`).join(''));
}

describe('every operation that makes a file', () => {
  it('is asked for here', () => {
    expect(Object.keys(askedExports)).toEqual(exporting.map(({ path }) => path).toSorted());
  });

  it.concurrent.each(exporting.map(({ path }) => path))(
    '%s leaves a line with what was asked for, how much it is and the hash of its file',
    { timeout: 60_000 },
    async (path) => {
      const { input, condition = '' } = askedExports[path]?.(given) ?? { input: undefined };
      const start = operationAt(path);
      const written = await resultOf<WrittenFile | WrittenFolder>(start(input));
      const filter = { text: written.name, userName: null, from: null, to: null };
      const { records } = await client.history.list({ ...filter, before: null, limit: 20 });
      const line = records.find(
        ({ name, summary }) => name === path && summary.startsWith(`${written.name}；`),
      );
      expect(line?.summary).toMatch(/；[^；]*\d+ (?:行|份|个文件)[^；]*；SHA-256 [0-9a-f]{64}$/u);
      expect(line?.summary).toContain(`；SHA-256 ${hashOf(join(written.folder, written.name))}`);
      expect(line?.summary).toContain(condition);
      expect(line?.summary).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined|Geheim/u);
    },
  );
});

describe('every field that an export can be asked for', () => {
  it.each(exporting)('$path has a name for it in the log', ({ path, procedure }) => {
    const schema = procedure['~orpc'].inputSchema;
    if (schema === undefined) return;
    const json: unknown = z.toJSONSchema(schema as z.ZodType, { io: 'output', unrepresentable: 'any' });
    expect(namelessIn(path, json as Schema)).toEqual([]);
  });
});

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
}

/** Fields without a name, and choices without one, in what an operation takes. */
function namelessIn(path: string, schema: Schema): string[] {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const own = Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => {
    const called = askedNameOf(path, field);
    if (called === null) return [];
    if (called === undefined) {
      const within = namelessIn(path, inner);
      return holdsFields(inner) ? within : [field];
    }
    const choices = choicesOf(inner).filter((choice) => choice !== 'all');
    return choices
      .filter((choice) => called.values?.[choice] === undefined)
      .map((choice) => `${field}: ${choice}`);
  });
  return [...own, ...alternatives.flatMap((each) => namelessIn(path, each))];
}

function holdsFields(schema: Schema): boolean {
  return (
    schema.properties !== undefined || [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(holdsFields)
  );
}

function choicesOf(schema: Schema): string[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  const own = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  return [...own.filter((each) => typeof each === 'string'), ...inner.flatMap(choicesOf)];
}

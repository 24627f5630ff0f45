/**
 * The file of a data pack: sealed with a password (sealed-file.ts). Inside, a line of JSON for the header, one for each row
 * and, for each attachment, one with its SHA-256 and then its bytes in pieces of base64.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import * as z from 'zod';
import { AppError } from '#shared/errors.ts';
import type { PackHeader, PackRow } from '#shared/rules/exchange/model.ts';
import { newPlaceKey, openSealed, sealFile } from '../backups/sealed-file.ts';
import { keptFile } from '../files/kept-files.ts';

const PIECE_BYTES = 1_048_575;

interface Writing {
  /** In the job's own folder. */
  temporaryFolder: string;
  dataFolder: string;
  password: string;
  check: () => void;
}

/** @returns the path of the sealed file @throws AppError fileRefused where an attachment is gone or damaged */
export async function writePack(
  header: PackHeader,
  rows: readonly PackRow[],
  files: readonly string[],
  { temporaryFolder, dataFolder, password, check }: Writing,
): Promise<string> {
  const plain = join(temporaryFolder, 'pack.jsonl');
  const sealed = join(temporaryFolder, 'pack.sealed');
  try {
    const target = createWriteStream(plain, { mode: 0o600 });
    const written = finished(target);
    written.catch(() => undefined);
    const line = async (value: object): Promise<void> => {
      if (!target.write(`${JSON.stringify(value)}\n`)) await once(target, 'drain');
    };
    await line({ header });
    for (const row of rows) await line({ row });
    for (const sha256 of files) {
      check();
      await line({ file: sha256 });
      const source = createReadStream(await keptFile(dataFolder, sha256), { highWaterMark: PIECE_BYTES });
      for await (const piece of source) await line({ piece: (piece as Buffer).toString('base64') });
    }
    target.end();
    await written;
    await sealFile(plain, sealed, newPlaceKey(password), check);
    return sealed;
  } finally {
    await rm(plain, { force: true });
  }
}

const valueSchema = z.union([z.string(), z.number(), z.null()]);
const nameSchema = z.string().regex(/^[a-z_0-9]+$/u);
const uidSchema = z.string().min(1).max(60);
const lineSchema = z.union([
  z.object({
    header: z.object({
      format: z.literal(1),
      programVersion: z.string(),
      storeVersion: z.int(),
      schema: z.string(),
      office: z.string(),
      madeBy: z.string(),
      madeAt: z.int(),
      topics: z.array(z.string()),
      organizations: z.array(z.string()),
      period: z.string(),
      rows: z.int(),
      files: z.int(),
    }),
  }),
  z.object({
    row: z.object({
      table: nameSchema,
      uid: uidSchema,
      own: z.boolean(),
      values: z.record(nameSchema, valueSchema),
      former: z.record(nameSchema, z.array(z.string())),
    }),
  }),
  z.object({ file: z.string().regex(/^[0-9a-f]{64}$/u) }),
  z.object({ piece: z.string() }),
]);

export interface ReadPack {
  header: PackHeader;
  rows: PackRow[];
}

interface Reading {
  temporaryFolder: string;
  password: string;
  check: () => void;
  /** Hears of the header before anything else is read. @throws AppError where the pack is not for this program */
  accept: (header: PackHeader) => void;
  /** Takes an attachment over, whose bytes are what its name says. */
  keepFile: (path: string, sha256: string) => void;
}

/** @throws AppError wrongPassword, fileRefused */
export async function readPack(path: string, reading: Reading): Promise<ReadPack> {
  const plain = join(reading.temporaryFolder, 'pack.jsonl');
  try {
    await openSealed(path, plain, { password: reading.password }, reading.check);
    return await readLines(plain, reading);
  } finally {
    await rm(plain, { force: true });
  }
}

async function readLines(
  plain: string,
  { temporaryFolder, check, accept, keepFile }: Reading,
): Promise<ReadPack> {
  let header: PackHeader | null = null;
  const rows: PackRow[] = [];
  const taking = new FileTaking(join(temporaryFolder, 'attachment'), keepFile);
  for await (const text of createInterface({ input: createReadStream(plain) })) {
    check();
    const line = lineOf(text);
    if ('header' in line) {
      header = line.header;
      accept(header);
    } else if ('row' in line) rows.push(line.row);
    else if ('file' in line) await taking.begin(line.file);
    else await taking.append(Buffer.from(line.piece, 'base64'));
  }
  await taking.finish();
  if (header === null || header.rows !== rows.length || header.files !== taking.count) throw notAPack();
  return { header, rows };
}

function lineOf(text: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    throw notAPack();
  }
}

/** Attachments as their pieces come. */
class FileTaking {
  count = 0;
  readonly #path: string;
  readonly #keep: Reading['keepFile'];
  #sha256: string | null = null;
  #hash = createHash('sha256');

  constructor(path: string, keep: Reading['keepFile']) {
    this.#path = path;
    this.#keep = keep;
  }

  async begin(sha256: string): Promise<void> {
    await this.finish();
    await writeFile(this.#path, '', { mode: 0o600 });
    this.#sha256 = sha256;
    this.#hash = createHash('sha256');
  }

  async append(bytes: Buffer): Promise<void> {
    if (this.#sha256 === null) throw notAPack();
    this.#hash.update(bytes);
    await appendFile(this.#path, bytes);
  }

  async finish(): Promise<void> {
    const sha256 = this.#sha256;
    if (sha256 === null) return;
    if (this.#hash.digest('hex') !== sha256) throw notAPack();
    await using file = await open(this.#path, 'r+');
    await file.sync();
    this.#keep(this.#path, sha256);
    this.#sha256 = null;
    this.count += 1;
  }
}

function notAPack(): AppError {
  const reason = '这个文件打开了，但里面不是完整的数据包。请让对方重新制作一份。';
  return new AppError('fileRefused', { reason });
}

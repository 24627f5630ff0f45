import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CHUNK_BYTES } from '#shared/contract/files.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';

/** Waits for a job that must end well. @returns its result */
export async function resultOf(client: Client, jobUid: string): Promise<unknown> {
  const job = await finishedJob(client, jobUid);
  if (job.status !== 'done') throw new Error(`${job.label}: ${job.status}, ${job.problem ?? ''}`);
  return job.result;
}

/** As a page sends a file: in chunks, then its hash. @returns its token */
export async function upload(client: Client, path: string): Promise<string> {
  const bytes = readFileSync(path);
  const { token } = await client.files.begin({ name: basename(path), bytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const data = bytes.subarray(offset, offset + CHUNK_BYTES).toString('base64');
    await client.files.append({ token, offset, data });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return (await client.files.finish({ token, sha256 })).token;
}

import { createHash } from 'node:crypto';
import { CHUNK_BYTES } from '#shared/contract/files.ts';
import type { Client } from './core.ts';

/** Hands a file to the core as a page does. @returns its token */
export async function upload(client: Client, name: string, bytes: Uint8Array): Promise<string> {
  const { token } = await client.files.begin({ name, bytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const data = Buffer.from(bytes.subarray(offset, offset + CHUNK_BYTES)).toString('base64');
    await client.files.append({ token, offset, data });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return (await client.files.finish({ token, sha256 })).token;
}

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES as CORE_LIMIT } from '#shared/contract/files.ts';
import { CHUNK_BYTES, type UploadDoor, uploadFile } from '#renderer/ui/upload-file.ts';

/** Takes a file in as the core does. */
function openDoor() {
  const chunks: Buffer[] = [];
  const hashes: string[] = [];
  const door: UploadDoor = {
    begin: () => Promise.resolve({ token: 'token' }),
    append({ offset, data }) {
      expect(offset).toBe(Buffer.concat(chunks).length);
      chunks.push(Buffer.from(data, 'base64'));
      return Promise.resolve({ received: Buffer.concat(chunks).length });
    },
    finish({ sha256, token }) {
      hashes.push(sha256);
      return Promise.resolve({ token });
    },
  };
  return { door, chunks, hashes };
}

describe('uploading a file', () => {
  it('brings every byte over in chunks within the limit, with the hash of the whole', async () => {
    const bytes = new Uint8Array(CHUNK_BYTES * 2 + 12_345).map((_, index) => (index * 31) % 251);
    const { door, chunks, hashes } = openDoor();
    const shares: number[] = [];
    await expect(
      uploadFile(new File([bytes], '机构.xlsx'), door, (share) => shares.push(share)),
    ).resolves.toBe('token');
    expect(Buffer.concat(chunks).equals(Buffer.from(bytes))).toBe(true);
    expect(hashes).toEqual([createHash('sha256').update(bytes).digest('hex')]);
    expect(shares.at(-1)).toBe(1);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(CORE_LIMIT);
  });

  it('is refused for its size before it is read', async () => {
    const file = new File(['内容'], '录像.docx');
    let isRead = false;
    file.arrayBuffer = () => {
      isRead = true;
      return Promise.reject(new Error('too large for the memory'));
    };
    const { door } = openDoor();
    const refusing = { ...door, begin: () => Promise.reject(new Error('文件超过 64 MB')) };
    await expect(uploadFile(file, refusing)).rejects.toThrow('文件超过 64 MB');
    expect(isRead).toBe(false);
  });

  it('sends an empty file too', async () => {
    const { door, chunks, hashes } = openDoor();
    await uploadFile(new File([], '空.xlsx'), door);
    expect(chunks).toEqual([]);
    expect(hashes).toHaveLength(1);
  });
});

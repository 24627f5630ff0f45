/** Well under the core's limit of 1 MiB a chunk, and divisible by three so that base64 needs no padding inside. */
export const CHUNK_BYTES = 768 * 1_024;

/** The part of the client that takes files in. */
export interface UploadDoor {
  begin(input: { name: string; bytes: number }): Promise<{ token: string }>;
  append(input: { token: string; offset: number; data: string }): Promise<{ received: number }>;
  finish(input: { token: string; sha256: string }): Promise<{ token: string }>;
}

/**
 * Brings a file to the core chunk by chunk, with its SHA-256.
 * @param onProgress 0 to 1
 * @param name by which its refusal is told
 * @returns the token by which operations know the file
 */
export async function uploadFile(
  file: File,
  door: UploadDoor,
  onProgress: (share: number) => void = () => undefined,
  name = file.name,
): Promise<string> {
  // What is too large is refused before it is read into the memory.
  const { token } = await door.begin({ name, bytes: file.size });
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const chunk = bytes.subarray(offset, offset + CHUNK_BYTES);
    await door.append({ token, offset, data: base64(chunk) });
    onProgress((offset + chunk.length) / bytes.length);
  }
  return (await door.finish({ token, sha256: await sha256(bytes) })).token;
}

const PIECE = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(binary);
}

/** Hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

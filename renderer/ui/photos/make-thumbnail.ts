import type { ThumbnailAnswer } from './thumbnail-worker.ts';

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, (picture: Blob | null) => void>();

/** A small upright JPEG of a photo; null for what is no picture. */
export function makeThumbnail(photo: Blob): Promise<Blob | null> {
  const own = (worker ??= startWorker());
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    own.postMessage({ id, photo });
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('thumbnail-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<ThumbnailAnswer>) => {
    waiting.get(data.id)?.(data.picture);
    waiting.delete(data.id);
  });
  started.addEventListener('error', () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
    worker = null;
  });
  return started;
}

/*
 * Small pictures of photos, away from the page's own thread: a photo of a telephone takes half a second to unpack.
 */

const LONGEST_SIDE = 480;
const QUALITY = 0.8;

export interface ThumbnailAnswer {
  id: number;
  /** Null: it is no picture that a browser can show. */
  picture: Blob | null;
}

/** Turned upright, as the camera says. */
async function smallPicture(photo: Blob): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [bitmap.width, bitmap.height].map((side) =>
      Math.max(1, Math.round(side * scale)),
    );
    const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  } catch {
    return null;
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<{ id: number; photo: Blob }>) => {
  void smallPicture(data.photo).then((picture) => {
    globalThis.postMessage({ id: data.id, picture } satisfies ThumbnailAnswer);
  });
});

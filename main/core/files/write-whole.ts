import { writeSync } from 'node:fs';

/** One call may write only a part, as on a disk that is nearly full. @param position null: behind what was written last */
export function writeWhole(handle: number, data: Uint8Array, position: number | null = null): void {
  for (let done = 0; done < data.length; ) {
    const at = position === null ? null : position + done;
    done += writeSync(handle, data, done, data.length - done, at);
  }
}

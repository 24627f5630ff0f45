import { useRef, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { problemOf } from '#renderer/app/problem.ts';
import { uploadFile } from '#renderer/ui/upload-file.ts';

/** A file that could not be brought in, and why. */
export interface RefusedFile {
  fileName: string;
  text: string;
}

interface Uploaded {
  tokens: string[];
  refused: RefusedFile[];
}

export interface ReturnedFiles {
  files: readonly File[];
  add: (file: File) => void;
  clear: () => void;
  /** How many have been brought to the core; null while nothing is under way. */
  done: number | null;
  /** Brings them to the core one after the other; null where it was stopped. */
  bring: () => Promise<Uploaded | null>;
  stop: () => void;
}

/** Hundreds of files that were chosen or dropped, with the folders in which they lie. */
export function useReturnedFiles(): ReturnedFiles {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [done, setDone] = useState<number | null>(null);
  const stopped = useRef(false);

  async function bring(): Promise<Uploaded | null> {
    stopped.current = false;
    const uploaded: Uploaded = { tokens: [], refused: [] };
    for (const [place, file] of files.entries()) {
      if (stopped.current) break;
      setDone(place);
      try {
        uploaded.tokens.push(await uploadFile(file, client.files, undefined, pathOf(file)));
      } catch (error) {
        uploaded.refused.push({ fileName: pathOf(file), text: problemOf(error).text });
      }
    }
    setDone(null);
    if (!stopped.current) return uploaded;
    // Where it fails the core lets them go by itself a little later.
    void client.files.discard({ tokens: uploaded.tokens }).catch(() => undefined);
    return null;
  }

  return {
    files,
    add: (file) =>
      setFiles((before) => (before.some((other) => isSame(file, other)) ? before : [...before, file])),
    clear: () => setFiles([]),
    done,
    bring,
    stop() {
      stopped.current = true;
    },
  };
}

/** With the folder that was chosen: in each county's folder the file may be called the same. */
function pathOf(file: File): string {
  return file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
}

function isSame(file: File, other: File): boolean {
  return (
    pathOf(file) === pathOf(other) && file.size === other.size && file.lastModified === other.lastModified
  );
}

import { useEffect, useRef, useState } from 'react';
import { client } from '../app/client.ts';

export interface ChosenFile {
  token: string;
  name: string;
}

export interface ChosenFiles {
  files: readonly ChosenFile[];
  /** Takes the place of one that has the same name. */
  add: (file: ChosenFile) => void;
  remove: (token: string) => void;
  clear: () => void;
}

/** Files that were brought to the core; they leave its disk when they are replaced, and with the page that uses them. */
export function useChosenFiles(): ChosenFiles {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const current = useRef(files);

  function keep(next: readonly ChosenFile[]): void {
    discard(current.current.filter((file) => !next.includes(file)));
    current.current = next;
    setFiles(next);
  }

  useEffect(() => () => discard(current.current), []);

  return {
    files,
    add: (file) => keep([...current.current.filter(({ name }) => name !== file.name), file]),
    remove: (token) => keep(current.current.filter((file) => file.token !== token)),
    clear: () => keep([]),
  };
}

function discard(files: readonly ChosenFile[]): void {
  if (files.length === 0) return;
  // Where it fails the core lets them go by itself a little later.
  void client.files.discard({ tokens: files.map(({ token }) => token) }).catch(() => undefined);
}

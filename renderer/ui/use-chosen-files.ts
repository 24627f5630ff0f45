import { useEffect, useRef, useState } from 'react';
import { discardFiles } from './discard-files.ts';

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

/**
 * Files that were brought to the core; they leave its disk when they are replaced, and with the page that uses them, or
 * the window.
 */
export function useChosenFiles(): ChosenFiles {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const current = useRef(files);

  function keep(next: readonly ChosenFile[]): void {
    discardFiles(current.current.filter(({ token }) => next.every((file) => file.token !== token)));
    current.current = next;
    setFiles(next);
  }

  useEffect(() => {
    const discardAll = (): void => discardFiles(current.current);
    window.addEventListener('pagehide', discardAll);
    return () => {
      window.removeEventListener('pagehide', discardAll);
      discardAll();
    };
  }, []);

  return {
    files,
    add: (file) => keep([...current.current.filter(({ name }) => name !== file.name), file]),
    remove: (token) => keep(current.current.filter((file) => file.token !== token)),
    clear: () => keep([]),
  };
}

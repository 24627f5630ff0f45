import type { CoreProcess } from './core.ts';

export interface HandedPacks {
  /** @param path whole */
  hand(path: string): void;
  connect(core: CoreProcess): void;
}

/** Data packs that are opened from the desktop, kept until the core can take them. @param first of this start itself */
export function createHandedPacks(first: string | null): HandedPacks {
  let waiting = first === null ? [] : [first];
  let core: CoreProcess | null = null;

  function pass(): void {
    if (core?.ready !== true) return;
    for (const path of waiting) core.post({ kind: 'handFile', path });
    waiting = [];
  }

  return {
    hand(path) {
      waiting = [...waiting, path];
      pass();
    },
    connect(given) {
      core = given;
      core.onReady(pass);
      pass();
    },
  };
}

import { handOver } from '../hosts/handed-over.ts';
import { wasHandedOver, whereToClick } from '../hosts/start-problem.ts';
import type { CoreProcess, Refusal } from './core.ts';
import type { CrashDialogs } from './dialogs.ts';

export interface HandedPacks {
  /** @param path whole */
  hand(path: string): void;
  connect(core: CoreProcess): void;
  /**
   * The data do not open: where another host's program has them, it gets the packs, and else the clerk is told where to
   * click there. Ends the program.
   */
  refused(refusal: Refusal, dataFolder: string, dialogs: CrashDialogs): Promise<void>;
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
    async refused({ reason, backup, isHeld }, dataFolder, dialogs) {
      const packs = isHeld ? waiting : [];
      const taken = await Promise.all(packs.map((pack) => handOver(dataFolder, pack)));
      const left = packs.filter((_pack, place) => taken[place] === false);
      const words = packs.filter((pack) => !left.includes(pack)).map(wasHandedOver);
      if (packs.length > 0 && left.length === 0) dialogs.isOpenAlready(words.join(''));
      else dialogs.refused([reason, ...words, ...left.map(whereToClick)].join(''), backup);
    },
  };
}

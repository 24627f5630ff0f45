import { createSpares } from '../../spares.ts';
import type { ReaderChild, SpawnReader } from './reader-process.ts';
import type { ReaderCall } from './reader-protocol.ts';

/** Reading processes that are started while workbooks still come in, so that whoever reads them need not wait for it. */
export interface SpareReaders {
  /** One that waits, or else a new one. */
  spawn: SpawnReader;
  /** A workbook comes in: soon one may be asked for. */
  expect(): void;
  close(): void;
}

/** As many as a job uses at a time; each takes some 60 MB. */
const MOST = 2;

export function createSpareReaders(spawn: SpawnReader): SpareReaders {
  const spares = createSpares<ReaderChild>({
    start(onGone) {
      const child = spawn();
      child.onExit(onGone);
      child.send({ kind: 'practise' } satisfies ReaderCall);
      return child;
    },
    end: (child) => child.kill(),
    most: MOST,
  });
  return {
    spawn: () => spares.take() ?? spawn(),
    expect: () => spares.expect(),
    close: () => spares.close(),
  };
}

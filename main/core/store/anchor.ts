/**
 * The head of the chain once more, in a small file beside the store.
 * What: after every commit the number and hash of the last operation are written over the same few bytes.
 * Why: a log whose end was cut off, or a store whose -wal file was lost, is a valid shorter chain; only something
 * outside it can tell. Written without a sync of its own (microseconds): a killed process leaves it exact, a power
 * cut leaves it at worst older than the store, never newer, because the commit was synced before.
 */
import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainHead } from './chain.ts';

export const anchorFile = 'chain-head.json';
/** Fixed, so that a shorter text never leaves the end of a longer one, and inside one disk sector. */
const anchorBytes = 128;

export interface Anchor {
  write(head: ChainHead): void;
  close(): void;
}

export function openAnchor(folder: string): Anchor {
  const descriptor = openSync(join(folder, anchorFile), constants.O_RDWR | constants.O_CREAT, 0o600);
  return {
    write: (head) => {
      try {
        writeSync(descriptor, `${JSON.stringify(head).padEnd(anchorBytes - 1)}\n`, 0);
      } catch {
        // The commit is already safe; a missing anchor only weakens the next start check.
      }
    },
    close: () => {
      try {
        fsyncSync(descriptor);
      } catch {
        // As with a write that failed.
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

/** undefined when there is none, or none that can be read. */
export function readAnchor(folder: string): ChainHead | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, anchorFile), 'utf8'));
    return isChainHead(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isChainHead(value: unknown): value is ChainHead {
  return (
    typeof value === 'object' &&
    value !== null &&
    'operationId' in value &&
    typeof value.operationId === 'number' &&
    'hash' in value &&
    typeof value.hash === 'string'
  );
}

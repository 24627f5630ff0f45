import { oc } from '@orpc/contract';
import type { Right } from '../rights.ts';

/*
 * What every operation states about itself. Rights, routing, audit, undo menu and help are read from
 * here; there is no second list.
 *
 * read     runs in a reader thread on a read-only connection
 * write    runs in the writer thread inside transact
 * service  runs in the dispatching process: sessions, files, jobs, events
 */
export type UndoPolicy =
  /** Undo takes the row changes back. */
  | { undo: 'reversible' }
  /** Undo offers the operation that takes it back and leaves a trace. */
  | { undo: 'compensated'; compensation: string }
  /** Users, passwords, keys, restore: cannot be undone. */
  | { undo: 'final' };

export interface CommonMeta {
  right: Right;
  /** What the operation is called for the clerk, in the log and in the undo menu. */
  label: string;
}
export type ReadMeta = CommonMeta & { kind: 'read' };
export type ServiceMeta = CommonMeta & {
  kind: 'service';
  /** What it makes leaves the program: the log keeps the file's hash, what was asked for and how much it is. */
  exports?: true;
  /** Open to who has to change his password as well, which waits for it while nothing is written. */
  whileDue?: true;
};
export type WriteMeta = CommonMeta & { kind: 'write' } & UndoPolicy;
export type OperationMeta = ReadMeta | ServiceMeta | WriteMeta;

export function read(label: string, right: Right = 'view') {
  return oc.$meta<ReadMeta>({ kind: 'read', label, right });
}

export function service(label: string, right: Right = 'view') {
  return oc.$meta<ServiceMeta>({ kind: 'service', label, right });
}

/** What ends that nothing is written. Until then nobody can change a password that is due for it. */
export function settling(label: string, right: Right) {
  return oc.$meta<ServiceMeta>({ kind: 'service', label, right, whileDue: true });
}

/** An operation whose job writes a file or a folder for the clerk; see main/features/files/start-export.ts. */
export function exporting(label: string, right: Right = 'export') {
  return oc.$meta<ServiceMeta>({ kind: 'service', label, right, exports: true });
}

export function reversible(label: string, right: Right) {
  return oc.$meta<WriteMeta>({ kind: 'write', undo: 'reversible', label, right });
}

/** @param compensation the Chinese label of the step that takes this one back, e.g. 重新打开 */
export function compensated(label: string, right: Right, compensation: string) {
  return oc.$meta<WriteMeta>({ kind: 'write', undo: 'compensated', compensation, label, right });
}

export function final(label: string, right: Right) {
  return oc.$meta<WriteMeta>({ kind: 'write', undo: 'final', label, right });
}

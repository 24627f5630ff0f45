/**
 * A disk as a power cut knows it.
 * What: every write, change of size and change of a name stays pending until its file or folder is synced. A state after a cut
 * is made of all that is synced and of some of what is pending: writes of a file kept or dropped one by one, torn
 * at sectors of 512 bytes; changes of names kept or dropped, those of one folder in their order.
 * Assumed, as SQLite does: a sector is written whole or not at all, and a write leaves its neighbours alone.
 */

const SECTOR_BYTES = 512;

type Change = { offset: number; bytes: Buffer } | { size: number };

export class DiskFile {
  readonly id: number;
  synced: Buffer = Buffer.alloc(0);
  pending: Change[] = [];
  /** Counts the syncs, to tell one state from another. */
  version = 0;

  constructor(id: number) {
    this.id = id;
  }

  sync(): void {
    if (this.pending.length === 0) return;
    this.synced = this.content();
    this.pending = [];
    this.version += 1;
  }

  /** As the program reads it. */
  content(): Buffer {
    return afterChanges(this.synced, this.pending);
  }
}

export class DiskFolder {
  readonly id: number;
  readonly live = new Map<string, DiskNode>();
  readonly synced = new Map<string, DiskNode>();

  constructor(id: number) {
    this.id = id;
  }
}

export type DiskNode = DiskFile | DiskFolder;

interface NameEdit {
  folder: DiskFolder;
  name: string;
  /** null takes the name away. */
  node: DiskNode | null;
}

/** One change of names, which happens as a whole: a rename edits two. */
type NameChange = readonly NameEdit[];

/** What a cut leaves. `key` tells states apart. */
export interface CutState {
  key: string;
  files: { path: string; content: Buffer }[];
  folders: string[];
}

/** How much of what is pending survives. */
export type Fate = 'all' | 'none' | 'torn' | 'mixed';

export class Disk {
  readonly root = new DiskFolder(0);
  #pendingNames: NameChange[] = [];
  #lastId = 0;
  #nameVersion = 0;

  newFile(): DiskFile {
    this.#lastId += 1;
    return new DiskFile(this.#lastId);
  }

  newFolder(): DiskFolder {
    this.#lastId += 1;
    return new DiskFolder(this.#lastId);
  }

  rename(edits: NameChange): void {
    for (const edit of edits) apply(edit, 'live');
    this.#pendingNames.push(edits);
  }

  /** What was changed in other folders before, and belongs to the same renames, is on the disk with it. */
  syncFolder(folder: DiskFolder): void {
    const wanted = this.#pendingNames.map((change) => change.some((edit) => edit.folder === folder));
    const done = withForerunners(this.#pendingNames, wanted);
    this.#pendingNames.forEach((change, place) => {
      if (done[place] === true) for (const edit of change) apply(edit, 'synced');
    });
    this.#pendingNames = this.#pendingNames.filter((_, place) => done[place] !== true);
    this.#nameVersion += 1;
  }

  /** Everything that is there is on the disk. */
  settle(): void {
    const settle = (folder: DiskFolder): void => {
      folder.synced.clear();
      for (const [name, node] of folder.live) {
        folder.synced.set(name, node);
        if (node instanceof DiskFolder) settle(node);
        else node.sync();
      }
    };
    settle(this.root);
    this.#pendingNames = [];
  }

  /** @param random 0 to below 1 */
  cut(fate: Fate, random: () => number): CutState {
    const names = this.#namesAfter(fate, random);
    const state: CutState = { key: '', files: [], folders: [] };
    const keys = [names.key];
    const walk = (folder: DiskFolder, path: string): void => {
      for (const [name, node] of names.entriesOf(folder)) {
        const below = path === '' ? name : `${path}/${name}`;
        if (node instanceof DiskFolder) {
          state.folders.push(below);
          walk(node, below);
        } else {
          const { content, key } = contentAfter(node, fate, random);
          state.files.push({ path: below, content });
          keys.push(`${node.id}:${node.version}:${key}`);
        }
      }
    };
    walk(this.root, '');
    return { ...state, key: keys.join(' ') };
  }

  #namesAfter(fate: Fate, random: () => number) {
    const cutAt = fate === 'torn' ? Math.floor(random() * (this.#pendingNames.length + 1)) : 0;
    const wanted = this.#pendingNames.map((_, place) => {
      if (fate === 'torn') return place < cutAt;
      return fate === 'all' || (fate === 'mixed' && random() < 0.5);
    });
    const kept = withForerunners(this.#pendingNames, wanted);
    const entries = new Map<DiskFolder, Map<string, DiskNode>>();
    function entriesOf(folder: DiskFolder): Map<string, DiskNode> {
      const known = entries.get(folder) ?? new Map(folder.synced);
      entries.set(folder, known);
      return known;
    }
    this.#pendingNames.forEach((change, place) => {
      if (kept[place] !== true) return;
      for (const { folder, name, node } of change) {
        if (node === null) entriesOf(folder).delete(name);
        else entriesOf(folder).set(name, node);
      }
    });
    return { entriesOf, key: `${this.#nameVersion}:${kept.map(Number).join('')}` };
  }
}

function apply({ folder, name, node }: NameEdit, which: 'live' | 'synced'): void {
  if (node === null) folder[which].delete(name);
  else folder[which].set(name, node);
}

/** Changes of one folder reach the disk in their order: with a later one go all earlier ones of its folders. */
function withForerunners(changes: readonly NameChange[], wanted: readonly boolean[]): boolean[] {
  const folders = new Set<DiskFolder>();
  const kept = [...wanted];
  for (let place = changes.length - 1; place >= 0; place -= 1) {
    const touched = changes[place]!.map(({ folder }) => folder);
    if (kept[place] !== true && !touched.some((folder) => folders.has(folder))) continue;
    kept[place] = true;
    for (const folder of touched) folders.add(folder);
  }
  return kept;
}

function contentAfter(file: DiskFile, fate: Fate, random: () => number): { content: Buffer; key: string } {
  const { pending, synced } = file;
  if (fate === 'none' || pending.length === 0) return { content: synced, key: 'none' };
  if (fate === 'all') return { content: file.content(), key: `all${pending.length}` };
  const cutAt = Math.floor(random() * pending.length);
  const key: string[] = [];
  const survived = pending.flatMap((change, place) => {
    const share = fate === 'mixed' ? 0.5 : place < cutAt ? 1 : place === cutAt ? 0.5 : 0;
    const parts = partsOf(change, share, random);
    key.push(parts.map(({ at }) => at).join('.'));
    return parts.map((part) => part.change);
  });
  return { content: afterChanges(synced, survived), key: key.join(',') };
}

/** The sectors of a write that reach the disk: each of them with half a chance where the write is torn. */
function partsOf(change: Change, share: number, random: () => number): { at: number; change: Change }[] {
  if (share === 0) return [];
  if ('size' in change) return share === 1 || random() < share ? [{ at: 0, change }] : [];
  // Half of the mixed writes stay or go as a whole, as a disk that reorders does.
  if (share === 1 || random() < 0.25) return [{ at: -1, change }];
  if (random() < 0.33) return [];
  const parts: { at: number; change: Change }[] = [];
  for (let from = 0; from < change.bytes.length; ) {
    const to = Math.min(change.bytes.length, from + SECTOR_BYTES - ((change.offset + from) % SECTOR_BYTES));
    const bytes = change.bytes.subarray(from, to);
    if (random() < 0.5) parts.push({ at: from, change: { offset: change.offset + from, bytes } });
    from = to;
  }
  return parts;
}

function afterChanges(before: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((change) =>
    'size' in change ? change.size : change.offset + change.bytes.length,
  );
  const content = Buffer.alloc(Math.max(before.length, ...ends));
  let { length } = before;
  before.copy(content);
  for (const change of changes) {
    if ('size' in change) {
      content.fill(0, change.size, Math.max(change.size, length));
      length = change.size;
    } else {
      change.bytes.copy(content, change.offset);
      length = Math.max(length, change.offset + change.bytes.length);
    }
  }
  return content.subarray(0, length);
}

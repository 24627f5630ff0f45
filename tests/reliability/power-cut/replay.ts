import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Told, readTold } from '../at-work/told.ts';
import { Disk, DiskFile, DiskFolder, type DiskNode } from './disk.ts';
import type { TracedCall } from './read-trace.ts';

interface OpenFile {
  node: DiskNode;
  position: number;
}

/** What a call meant: nothing for the disk, a change of it, or a line that the child said. */
type Meaning = 'nothing' | 'change' | { told: Told };

/** A disk on which the recorded calls are done again, one by one. */
export class Replay {
  readonly disk = new Disk();
  readonly #folder: string;
  readonly #open = new Map<number, OpenFile>();

  /** @param folder that the child worked in, as it was before: it is taken as being on the disk */
  constructor(folder: string) {
    this.#folder = folder;
    this.#load(folder, this.disk.root);
    this.disk.settle();
  }

  do({ name, args, result }: TracedCall): Meaning {
    switch (name) {
      case 'openat':
        return this.#openFile(pathOf(args[1]), String(args[2]), result);
      case 'close':
        this.#open.delete(Number(args[0]));
        return 'nothing';
      case 'lseek':
        return this.#onFile(args[0], (file) => {
          file.position = result;
          return 'nothing';
        });
      case 'write':
        return Number(args[0]) === 1 ? told(args[1]) : this.#write(args[0], args[1], null, result);
      case 'pwrite64':
        return this.#write(args[0], args[1], Number(args[3]), result);
      case 'ftruncate':
        return this.#onFile(args[0], ({ node }) => {
          fileOf(node).pending.push({ size: Number(args[1]) });
          return 'change';
        });
      case 'fsync':
      case 'fdatasync':
        return this.#onFile(args[0], ({ node }) => {
          if (node instanceof DiskFolder) this.disk.syncFolder(node);
          else node.sync();
          return 'change';
        });
      case 'copy_file_range':
        return this.#copy(args[0], args[2], result);
      case 'sendfile':
        return this.#copy(args[1], args[0], result);
      case 'rename':
        return this.#move(pathOf(args[0]), pathOf(args[1]), true);
      case 'link':
        return this.#move(pathOf(args[0]), pathOf(args[1]), false);
      case 'unlink':
      case 'rmdir':
        return this.#remove(pathOf(args[0]));
      case 'mkdir':
        return this.#makeFolder(pathOf(args[0]));
      default:
        return this.#requireForeign(name, args);
    }
  }

  #load(path: string, folder: DiskFolder): void {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const node = entry.isDirectory() ? this.disk.newFolder() : this.disk.newFile();
      folder.live.set(entry.name, node);
      if (node instanceof DiskFolder) this.#load(join(path, entry.name), node);
      else node.pending.push({ offset: 0, bytes: readFileSync(join(path, entry.name)) });
    }
  }

  /** undefined for what lies outside the data folder. */
  #place(path: string): { folder: DiskFolder; name: string } | undefined {
    const below = relative(this.#folder, path);
    if (below === '' || below.startsWith('..')) return undefined;
    let folder = this.disk.root;
    for (const name of dirname(below).split(sep)) {
      const node = name === '.' ? folder : folder.live.get(name);
      if (!(node instanceof DiskFolder)) throw new Error(`the trace has no folder for ${path}`);
      folder = node;
    }
    return { folder, name: basename(below) };
  }

  #openFile(path: string, flags: string, descriptor: number): Meaning {
    const place = this.#place(path);
    if (place === undefined) {
      if (path === this.#folder) this.#open.set(descriptor, { node: this.disk.root, position: 0 });
      return 'nothing';
    }
    const known = place.folder.live.get(place.name);
    const node = known ?? this.disk.newFile();
    this.#open.set(descriptor, { node, position: 0 });
    if (known === undefined) this.disk.rename([{ ...place, node }]);
    else if (flags.includes('O_TRUNC') && known instanceof DiskFile) known.pending.push({ size: 0 });
    return 'change';
  }

  #onFile(descriptor: string | Buffer | undefined, work: (file: OpenFile) => Meaning): Meaning {
    const file = this.#open.get(Number(descriptor));
    return file === undefined ? 'nothing' : work(file);
  }

  #write(
    descriptor: string | Buffer | undefined,
    bytes: string | Buffer | undefined,
    at: number | null,
    written: number,
  ): Meaning {
    return this.#onFile(descriptor, (file) => {
      if (!Buffer.isBuffer(bytes)) throw new Error('the trace has a write without its bytes');
      fileOf(file.node).pending.push({ offset: at ?? file.position, bytes: bytes.subarray(0, written) });
      if (at === null) file.position += written;
      return 'change';
    });
  }

  #copy(source: string | Buffer | undefined, target: string | Buffer | undefined, bytes: number): Meaning {
    return this.#onFile(target, (to) => {
      const from = this.#open.get(Number(source));
      if (from === undefined) throw new Error('the trace copies from outside the data folder');
      const copied = fileOf(from.node)
        .content()
        .subarray(from.position, from.position + bytes);
      fileOf(to.node).pending.push({ offset: to.position, bytes: Buffer.from(copied) });
      from.position += bytes;
      to.position += bytes;
      return 'change';
    });
  }

  #move(from: string, to: string, isGone: boolean): Meaning {
    const [source, target] = [this.#place(from), this.#place(to)];
    if (source === undefined || target === undefined) return 'nothing';
    const node = source.folder.live.get(source.name);
    if (node === undefined) throw new Error(`the trace moves ${from}, which is not there`);
    this.disk.rename([...(isGone ? [{ ...source, node: null }] : []), { ...target, node }]);
    return 'change';
  }

  #remove(path: string): Meaning {
    const place = this.#place(path);
    if (place === undefined) return 'nothing';
    this.disk.rename([{ ...place, node: null }]);
    return 'change';
  }

  #makeFolder(path: string): Meaning {
    const place = this.#place(path);
    if (place === undefined) return 'nothing';
    this.disk.rename([{ ...place, node: this.disk.newFolder() }]);
    return 'change';
  }

  /** Calls that the program does not use today; where it begins to, this model has to learn them. */
  #requireForeign(name: string, args: readonly (string | Buffer)[]): Meaning {
    const isOurs =
      args.some((arg) => Buffer.isBuffer(arg) && this.#place(arg.toString()) !== undefined) ||
      this.#open.has(Number(args[0]));
    if (isOurs) throw new Error(`the model of the disk does not know ${name}`);
    return 'nothing';
  }
}

function pathOf(argument: string | Buffer | undefined): string {
  if (!Buffer.isBuffer(argument)) throw new Error('the trace has a call without its path');
  return argument.toString();
}

function fileOf(node: DiskNode): DiskFile {
  if (node instanceof DiskFile) return node;
  throw new Error('the trace writes into a folder');
}

function told(bytes: string | Buffer | undefined): Meaning {
  return { told: readTold(String(bytes).trim()) };
}

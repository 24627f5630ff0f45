import { existsSync } from 'node:fs';
import { join } from 'node:path';

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LIMIT_BYTES = 200;

/**
 * A name that every file system of the office's PCs takes: NFC, no path, no control or direction
 * characters, no Windows device names, at most 200 bytes with its ending kept.
 * @param count from 2 on it stands before the ending, as the name(2) that tells it from an equal one
 */
export function safeFileName(name: string, count = 1): string {
  const visible = [...name.normalize('NFC')].filter((character) => !isHidden(character)).join('');
  const cleaned = visible.replaceAll(/[\\/:*?"<>|]/g, '_').replaceAll(/^[\s.]+|[\s.]+$/g, '');
  const safe = cleaned === '' || reserved.test(cleaned) ? `文件${cleaned}` : cleaned;
  return shorten(safe, count === 1 ? '' : `(${count})`);
}

/** Safe names in the same order, no two the same: also not on Windows, to which A and a are one. */
export function distinctFileNames(names: readonly string[]): string[] {
  return names.map(createFileNames());
}

/** The same for names that come one after the other. */
export function createFileNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const free = firstFree(name, (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(free.toLowerCase());
    return free;
  };
}

/** The safe name, or the first of its numbered ones that nothing in the folder has. */
export function freeFileName(folder: string, name: string): string {
  return firstFree(name, (candidate) => existsSync(join(folder, candidate)));
}

function firstFree(name: string, isTaken: (candidate: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const candidate = safeFileName(name, count);
    if (!isTaken(candidate)) return candidate;
  }
}

/** 讲话.docx: 讲话. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[a-z]{2,5}$/iu, '');
}

function isHidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code < 32 ||
    code === 127 ||
    code === 0x61c ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function shorten(name: string, number: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  const kept = number + ending;
  let stem = Array.from(name.slice(0, name.length - ending.length));
  while (Buffer.byteLength(stem.join('') + kept) > LIMIT_BYTES) stem = stem.slice(0, -1);
  return stem.join('') + kept;
}

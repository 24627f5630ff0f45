const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LIMIT_BYTES = 200;

/**
 * A name that every file system of the office's PCs takes: NFC, no path, no control or direction
 * characters, no Windows device names, at most 200 bytes with its ending kept.
 */
export function safeFileName(name: string): string {
  const visible = [...name.normalize('NFC')].filter((character) => !isHidden(character)).join('');
  const cleaned = visible.replaceAll(/[\\/:*?"<>|]/g, '_').replaceAll(/^[\s.]+|[\s.]+$/g, '');
  const safe = cleaned === '' || reserved.test(cleaned) ? `文件${cleaned}` : cleaned;
  return shorten(safe);
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
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function shorten(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  let stem = Array.from(name.slice(0, name.length - ending.length));
  while (Buffer.byteLength(stem.join('') + ending) > LIMIT_BYTES) stem = stem.slice(0, -1);
  return stem.join('') + ending;
}

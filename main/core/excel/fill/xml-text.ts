import { workbookText } from '#shared/workbook-text.ts';

/*
 * XML that is known to be well-formed, edited as text: whatever is not changed keeps every byte.
 */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, digits?: string, name = '') => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (digits !== undefined) return String.fromCodePoint(Number(digits));
      return named[name] ?? whole;
    },
  );
}

export function encodeXml(text: string): string {
  if (!/[&<>"\r\n\t]/u.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}

/** A text as a cell's content: what would be read as an escape of the format is escaped itself. */
export function encodeCellText(text: string): string {
  return encodeXml(workbookText(text).replaceAll(/_(x[0-9A-Fa-f]{4}_)/gu, '_x005F_$1'));
}

interface Attribute {
  value: string;
  /** Of the value within the tag, without quotes. */
  start: number;
  end: number;
}

const attributePattern = /\s([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

function findAttribute(tag: string, name: string): Attribute | undefined {
  for (const match of tag.matchAll(attributePattern)) {
    if (match[1] !== name) continue;
    const value = match[2] ?? match[3] ?? '';
    const end = match.index + match[0].length - 1;
    return { value, start: end - value.length, end };
  }
  return undefined;
}

export function attributeOf(tag: string, name: string): string | undefined {
  const value = findAttribute(tag, name)?.value;
  return value === undefined ? undefined : decodeXml(value);
}

/** The tag with the attribute set; a new one comes first. */
export function withAttribute(tag: string, name: string, value: string): string {
  const found = findAttribute(tag, name);
  if (found !== undefined) {
    return decodeXml(found.value) === value
      ? tag
      : `${tag.slice(0, found.start)}${encodeXml(value)}${tag.slice(found.end)}`;
  }
  const nameEnd = /^<[^\s/>]+/u.exec(tag)?.[0].length ?? tag.length;
  return `${tag.slice(0, nameEnd)} ${name}="${encodeXml(value)}"${tag.slice(nameEnd)}`;
}

export function withoutAttribute(tag: string, name: string): string {
  const found = findAttribute(tag, name);
  if (found === undefined) return tag;
  const before = tag.slice(0, found.start - 1).replace(/\s+[^\s=]+\s*=\s*$/u, '');
  return before + tag.slice(found.end + 1);
}

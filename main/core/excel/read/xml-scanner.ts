import type { ReadLimits } from './limits.ts';
import { createQuickReader } from './quick-xml.ts';
import { WorkbookError } from './workbook-error.ts';
import type { XmlAttributes, XmlEvents } from './xml-events.ts';
import { createXmlTextDecoder } from './xml-text-decoder.ts';

export type { XmlAttributes } from './xml-events.ts';

/** Sees the elements of one vocabulary only, by local name; foreign elements and all within them are left out. */
export interface XmlHandler {
  /** @param depth 1 for the root */
  open(name: string, attributes: XmlAttributes, depth: number): void;
  close?(name: string, depth: number): void;
  text?(text: string): void;
  /** As in XmlEvents; for an element at this depth, where the vocabulary has no prefix. */
  takeWhole?(text: string, start: number, depth: number): number;
  /** Whether what lies within a foreign element is seen all the same; its name with prefix. Else it is left out. */
  enters?(name: string): boolean;
}

export interface XmlPart {
  name: string;
  expand(onBytes: (bytes: Uint8Array) => void): void;
}

/**
 * Reads one XML part as a stream.
 * @param namespaces names of the vocabulary, one of which the root must have
 * @throws {WorkbookError} for a DOCTYPE, for XML that is not well-formed, a foreign root and sizes over the limits
 */
export function scanXml(
  part: XmlPart,
  namespaces: ReadonlySet<string>,
  handler: XmlHandler,
  limits: ReadLimits,
): void {
  const decoder = createXmlTextDecoder(part.name);
  const guard = createTokenGuard(limits);
  const reader = createQuickReader(eventsOf(part, namespaces, handler, limits));
  const write = (text: string) => {
    guard(text);
    reader.write(text);
  };
  try {
    part.expand((bytes) => write(decoder.decode(bytes)));
    write(decoder.finish());
    reader.close();
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError('damaged', `文件内容已损坏（部件 ${part.name} 的 XML 有错）`, { cause: error });
  }
}

function eventsOf(
  part: XmlPart,
  namespaces: ReadonlySet<string>,
  handler: XmlHandler,
  limits: ReadLimits,
): XmlEvents {
  const names = createVocabulary(part, namespaces);
  let depth = 0;
  let foreignFrom = Number.POSITIVE_INFINITY;
  const entered: number[] = [];
  return {
    doctype() {
      throw new WorkbookError('unsafe', '文件里夹带了不该有的实体定义（DOCTYPE）');
    },
    open(name, attributes, count) {
      depth += 1;
      if (depth > limits.xmlDepth) throw new WorkbookError('damaged', '文件内容的层次深得反常');
      if (count > limits.xmlAttributes) throw new WorkbookError('damaged', '文件里有一处属性多得反常');
      if (depth >= foreignFrom) return;
      const local = names.localName(name, attributes, depth);
      if (local !== undefined) handler.open(local, attributes, depth);
      else if (handler.enters?.(name) === true) entered.push(depth);
      else foreignFrom = depth;
    },
    close(name) {
      if (entered.at(-1) === depth) entered.pop();
      else if (depth < foreignFrom) handler.close?.(names.withoutPrefix(name), depth);
      if (depth === foreignFrom) foreignFrom = Number.POSITIVE_INFINITY;
      depth -= 1;
    },
    takeWhole(text, start) {
      if (handler.takeWhole === undefined || depth === 0 || depth >= foreignFrom || names.hasPrefix())
        return -1;
      return handler.takeWhole(text, start, depth + 1);
    },
    text(value) {
      if (depth < foreignFrom && depth > 0) handler.text?.(value);
    },
  };
}

interface Vocabulary {
  /** undefined for a foreign element. */
  localName(name: string, attributes: XmlAttributes, depth: number): string | undefined;
  withoutPrefix(name: string): string;
  hasPrefix(): boolean;
}

/** The root says which prefix stands for the vocabulary; resolving every name would cost a third more time. */
function createVocabulary(part: XmlPart, namespaces: ReadonlySet<string>): Vocabulary {
  let prefix = '';
  let declaration = 'xmlns';
  let namespace = '';
  const withoutPrefix = (name: string) => name.slice(prefix.length);
  const readRoot = (name: string, attributes: XmlAttributes) => {
    prefix = name.slice(0, name.indexOf(':') + 1);
    declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
    namespace = attributes[declaration] ?? '';
    if (!namespaces.has(namespace)) {
      throw new WorkbookError('damaged', `文件内容不是规定的格式（部件 ${part.name}）`);
    }
  };
  return {
    withoutPrefix,
    hasPrefix: () => prefix !== '',
    localName: (name, attributes, depth) => {
      if (depth === 1) readRoot(name, attributes);
      const declared = attributes[declaration];
      if (declared !== undefined && declared !== namespace) return undefined;
      if (!name.startsWith(prefix)) return undefined;
      const local = withoutPrefix(name);
      return local.includes(':') ? undefined : local;
    },
  };
}

/** Stops a tag or text without end before it is gathered in memory. */
function createTokenGuard(limits: ReadLimits): (text: string) => void {
  let run = 0;
  return (text) => {
    const lastTag = text.lastIndexOf('<');
    run = lastTag === -1 ? run + text.length : text.length - lastTag;
    if (run > limits.xmlTokenCharacters) throw new WorkbookError('too-large', '文件里有一处内容长得反常');
  };
}

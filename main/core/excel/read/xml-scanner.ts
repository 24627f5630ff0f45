import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ReadLimits } from './limits.ts';
import { WorkbookError } from './workbook-error.ts';
import { createXmlTextDecoder } from './xml-text-decoder.ts';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Sees the elements of one vocabulary only, by local name; foreign elements and all within them are left out. */
export interface XmlHandler {
  /** @param depth 1 for the root */
  open(name: string, attributes: XmlAttributes, depth: number): void;
  close?(name: string, depth: number): void;
  text?(text: string): void;
  /** Whether what lies within a foreign element is seen all the same; its name with prefix. Else it is left out. */
  enters?(name: string): boolean;
}

export interface XmlPart {
  name: string;
  expand(onBytes: (bytes: Uint8Array) => void): void;
}

interface PlainOptions {
  position: false;
  xmlns: false;
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
  const parser = createParser(part, namespaces, handler, limits);
  const write = (text: string) => {
    guard(text);
    parser.write(text);
  };
  try {
    part.expand((bytes) => write(decoder.decode(bytes)));
    write(decoder.finish());
    parser.close();
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError('damaged', `文件内容已损坏（部件 ${part.name} 的 XML 有错）`, { cause: error });
  }
}

function createParser(
  part: XmlPart,
  namespaces: ReadonlySet<string>,
  handler: XmlHandler,
  limits: ReadLimits,
): SaxesParser<PlainOptions> {
  const parser = new SaxesParser<PlainOptions>({ position: false, xmlns: false });
  const names = createVocabulary(part, namespaces);
  let depth = 0;
  // Of the tag that is being read: the parser's own list of them would have to be gone through once more.
  let attributes = 0;
  let foreignFrom = Number.POSITIVE_INFINITY;
  const entered: number[] = [];
  const text = (value: string) => {
    if (depth < foreignFrom && depth > 0) handler.text?.(value);
  };
  parser.on('doctype', () => {
    throw new WorkbookError('unsafe', '文件里夹带了不该有的实体定义（DOCTYPE）');
  });
  parser.on('attribute', () => {
    attributes += 1;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new WorkbookError('damaged', '文件内容的层次深得反常');
    if (attributes > limits.xmlAttributes) throw new WorkbookError('damaged', '文件里有一处属性多得反常');
    attributes = 0;
    if (depth >= foreignFrom) return;
    const name = names.localName(tag, depth);
    if (name !== undefined) handler.open(name, tag.attributes, depth);
    else if (handler.enters?.(tag.name) === true) entered.push(depth);
    else foreignFrom = depth;
  });
  parser.on('closetag', (tag) => {
    if (entered.at(-1) === depth) entered.pop();
    else if (depth < foreignFrom) handler.close?.(names.withoutPrefix(tag.name), depth);
    if (depth === foreignFrom) foreignFrom = Number.POSITIVE_INFINITY;
    depth -= 1;
  });
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

interface Vocabulary {
  /** undefined for a foreign element. */
  localName(tag: SaxesTagPlain, depth: number): string | undefined;
  withoutPrefix(name: string): string;
}

/** The root says which prefix stands for the vocabulary; resolving every name would cost a third more time. */
function createVocabulary(part: XmlPart, namespaces: ReadonlySet<string>): Vocabulary {
  let prefix = '';
  let declaration = 'xmlns';
  let namespace = '';
  const withoutPrefix = (name: string) => name.slice(prefix.length);
  const readRoot = (tag: SaxesTagPlain) => {
    prefix = tag.name.slice(0, tag.name.indexOf(':') + 1);
    declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
    namespace = tag.attributes[declaration] ?? '';
    if (!namespaces.has(namespace)) {
      throw new WorkbookError('damaged', `文件内容不是规定的格式（部件 ${part.name}）`);
    }
  };
  return {
    withoutPrefix,
    localName: (tag, depth) => {
      if (depth === 1) readRoot(tag);
      const declared = tag.attributes[declaration];
      if (declared !== undefined && declared !== namespace) return undefined;
      if (!tag.name.startsWith(prefix)) return undefined;
      const name = withoutPrefix(tag.name);
      return name.includes(':') ? undefined : name;
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

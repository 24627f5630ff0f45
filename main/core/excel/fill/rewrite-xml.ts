import { decodeXml, encodeXml } from './xml-text.ts';
import { tokensOf } from './xml-tokens.ts';

export interface XmlRewriter {
  /**
   * @param tag an element's opening or empty tag as it is written; `path` its name with those around it, innermost last
   * @returns what stands in its place; null drops the element with all that it holds
   */
  tag?(name: string, tag: string, path: readonly string[]): string | null;
  /** @param text decoded, of the element that the path ends with */
  text?(text: string, path: readonly string[]): string;
}

/** @returns the same string where nothing changes */
export function rewriteXml(xml: string, rewriter: XmlRewriter, from = 0, to = xml.length): string {
  const path: string[] = [];
  const pieces: string[] = [];
  let kept = from;
  let droppedFrom = -1;
  const replace = (start: number, end: number, piece: string) => {
    pieces.push(xml.slice(kept, start), piece);
    kept = end;
  };
  for (const { kind, name, start, end } of tokensOf(xml, from, to)) {
    if (kind === 'open') path.push(name);
    if (droppedFrom === -1 && (kind === 'open' || kind === 'empty')) {
      const tag = xml.slice(start, end);
      const whole = kind === 'empty' ? [...path, name] : path;
      const written = rewriter.tag === undefined ? tag : rewriter.tag(name, tag, whole);
      if (written === null && kind === 'open') {
        droppedFrom = path.length;
        pieces.push(xml.slice(kept, start));
      } else if (written !== tag) replace(start, end, written ?? '');
    } else if (droppedFrom === -1 && (kind === 'text' || kind === 'cdata') && rewriter.text !== undefined) {
      const text = kind === 'cdata' ? xml.slice(start + 9, end - 3) : decodeXml(xml.slice(start, end));
      const written = rewriter.text(text, path);
      if (written !== text) replace(start, end, encodeXml(written));
    }
    if (kind !== 'close') continue;
    if (droppedFrom === path.length) {
      droppedFrom = -1;
      kept = end;
    }
    path.pop();
  }
  if (kept === from && pieces.length === 0)
    return from === 0 && to === xml.length ? xml : xml.slice(from, to);
  pieces.push(xml.slice(kept, to));
  return pieces.join('');
}

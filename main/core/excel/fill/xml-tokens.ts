/** One piece of an XML text, by its place in it. */
export interface XmlToken {
  kind: 'open' | 'close' | 'empty' | 'text' | 'cdata' | 'other';
  /** Without prefix; empty for what is no element. */
  name: string;
  start: number;
  end: number;
}

/** Walks through well-formed XML; the pieces together are the whole text. */
export function* tokensOf(xml: string, from = 0, to = xml.length): Generator<XmlToken> {
  let at = from;
  while (at < to) {
    const token = tokenAt(xml, at, to);
    yield token;
    at = token.end;
  }
}

function tokenAt(xml: string, start: number, to: number): XmlToken {
  if (xml.charCodeAt(start) !== 60) {
    const next = xml.indexOf('<', start);
    return { kind: 'text', name: '', start, end: next === -1 || next > to ? to : next };
  }
  if (xml.startsWith('<!--', start)) return other(xml, start, '-->');
  if (xml.startsWith('<![CDATA[', start)) return { ...other(xml, start, ']]>'), kind: 'cdata' };
  if (xml.startsWith('<?', start)) return other(xml, start, '?>');
  const end = tagEnd(xml, start);
  const isClose = xml.charCodeAt(start + 1) === 47;
  const kind = isClose ? 'close' : xml.charCodeAt(end - 2) === 47 ? 'empty' : 'open';
  return { kind, name: localName(xml, isClose ? start + 2 : start + 1), start, end };
}

function other(xml: string, start: number, ending: string): XmlToken {
  const end = xml.indexOf(ending, start);
  return { kind: 'other', name: '', start, end: end === -1 ? xml.length : end + ending.length };
}

/** A > within an attribute's value ends nothing. */
function tagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return xml.length;
}

function localName(xml: string, start: number): string {
  let from = start;
  for (let at = start; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 58) from = at + 1;
    // Space and line ends, / and > end a name.
    else if (code <= 32 || code === 47 || code === 62) return xml.slice(from, at);
  }
  return xml.slice(from);
}

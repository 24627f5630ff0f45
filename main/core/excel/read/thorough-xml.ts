import { SaxesParser } from 'saxes';
import type { XmlEvents, XmlReader } from './xml-events.ts';

/**
 * Reads XML with everything that it may contain.
 * @param before what has been read already, of which no events come
 */
export function createThoroughReader(events: XmlEvents, before: string): XmlReader {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.write(before);
  // Of the tag that is being read: the parser's own list of them would have to be gone through once more.
  let count = 0;
  parser.on('doctype', () => events.doctype());
  parser.on('attribute', () => {
    count += 1;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const ofTag = count;
    count = 0;
    events.open(name, attributes, ofTag);
  });
  parser.on('closetag', ({ name }) => events.close(name));
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  return {
    write: (text) => void parser.write(text),
    close: () => void parser.close(),
  };
}

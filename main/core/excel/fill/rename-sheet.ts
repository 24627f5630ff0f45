import { renameSheets, type RenameSheet } from './formula-references.ts';
import { rewriteXml } from './rewrite-xml.ts';
import { attributeOf, withAttribute } from './xml-text.ts';

const formulaElements: ReadonlySet<string> = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'definedName',
]);

/** Wherever a part names a sheet it says the new name; the same text where it names none. */
export function renameInPart(xml: string, rename: RenameSheet): string {
  const inAttribute = (tag: string, name: string) => {
    const value = attributeOf(tag, name);
    return value === undefined ? tag : withAttribute(tag, name, renameSheets(value, rename));
  };
  return rewriteXml(xml, {
    tag(name, tag) {
      if (name === 'hyperlink') return inAttribute(tag, 'location');
      if (name === 'cfvo') return inAttribute(tag, 'val');
      if (name !== 'worksheetSource') return tag;
      const newName = rename(attributeOf(tag, 'sheet') ?? '');
      return newName === undefined ? tag : withAttribute(tag, 'sheet', newName);
    },
    text: (text, path) => (formulaElements.has(path.at(-1) ?? '') ? renameSheets(text, rename) : text),
  });
}

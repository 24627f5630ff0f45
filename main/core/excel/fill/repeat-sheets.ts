import { relationshipPartOf } from '../read/relationships.ts';
import { WorkbookError } from '../read/workbook-error.ts';
import { copyPart } from './copy-parts.ts';
import { renameSheets, type RenameSheet } from './formula-references.ts';
import type { FormSheet, OpenForm } from './open-form.ts';
import { renameInPart } from './rename-sheet.ts';
import { rewriteXml } from './rewrite-xml.ts';
import { attributeOf, decodeXml, encodeXml, withAttribute, withoutAttribute } from './xml-text.ts';

/** A sheet of the form that is there once for each of something; the names are valid and none is there twice. */
export interface RepeatedSheet {
  sheet: string;
  /** Of the first, which is the form's own sheet, and of its copies. */
  names: readonly string[];
}

/**
 * Puts copies of a sheet behind it, with everything that lies on them, and names all of them.
 * @throws {WorkbookError} for sheets that cannot be there twice
 */
export function repeatSheet(form: OpenForm, { sheet, names }: RepeatedSheet, check: () => void): void {
  const own = form.sheets.find(({ name }) => name === sheet);
  const [first, ...others] = names;
  if (own === undefined) throw new WorkbookError('damaged', `表里没有工作表“${sheet}”`);
  if (first === undefined) return;
  const called =
    (newName: string): RenameSheet =>
    (name) =>
      name.toLowerCase() === sheet.toLowerCase() ? newName : undefined;
  const copies = others.map((name): FormSheet => {
    check();
    const part = copyPart(form, own.part, called(name));
    form.write(part, asCopy(form.read(part) ?? ''));
    return { name, part };
  });
  renameEverywhere(form, copies, called(first));
  enterSheets(form, own, { first, copies });
  form.sheets.splice(form.sheets.indexOf(own), 1, { ...own, name: first }, ...copies);
}

/** Only one sheet is the one that is shown, and that macros know by name. */
function asCopy(xml: string): string {
  return rewriteXml(xml, {
    tag(name, tag) {
      if (name === 'sheetView') return withoutAttribute(tag, 'tabSelected');
      return name === 'sheetPr' ? withoutAttribute(tag, 'codeName') : tag;
    },
  });
}

/** Whatever names the sheet means the first one from now on. */
function renameEverywhere(form: OpenForm, copies: readonly FormSheet[], rename: RenameSheet): void {
  const sheets = form.sheets.map(({ part }) => part);
  const others = form
    .names()
    .filter((part) =>
      /\/charts?(?:ex)?\/chart[^/]*\.xml$|\/pivotcache\/[^/]*definition[^/]*\.xml$/u.test(part),
    );
  const own = new Set(copies.map(({ part }) => part));
  for (const part of [...sheets, ...others]) {
    const xml = form.read(part);
    if (xml !== undefined && !own.has(part)) form.write(part, renameInPart(xml, rename));
  }
}

interface Entered {
  first: string;
  copies: readonly FormSheet[];
}

/** The workbook's own list of sheets, the names that hold for one sheet, and which sheet is shown. */
function enterSheets(form: OpenForm, own: FormSheet, { first, copies }: Entered): void {
  const relations = copies.map(({ part }, index) => ({ id: `rIdCopy${nextId(form)}x${index + 1}`, part }));
  const xml = form.read(form.workbook) ?? '';
  const ids = numbersOf(xml, 'sheet', 'sheetId');
  const place = placeOfSheet(xml, own.name);
  const after = (index: number) => (index > place ? index + copies.length : index);
  let newId = Math.max(0, ...ids);
  const listed = rewriteXml(xml, {
    tag(name, tag, path) {
      if (name === 'workbookView')
        return movedIndex(movedIndex(tag, 'activeTab', after), 'firstSheet', after);
      if (name !== 'sheet' || path.at(-2) !== 'sheets' || attributeOf(tag, 'name') !== own.name) return tag;
      const entry = tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
      const idName = /\s([^\s=]+:id)\s*=/u.exec(tag)?.[1] ?? 'r:id';
      const added = copies.map((copy, index) => {
        newId += 1;
        const named = withAttribute(withAttribute(entry, 'name', copy.name), 'sheetId', String(newId));
        return withAttribute(named, idName, relations[index]?.id ?? '');
      });
      return withAttribute(entry, 'name', first) + added.join('');
    },
  });
  form.write(form.workbook, repeatNames(listed, own.name, { place, after, first, copies }));
  addRelations(form, relations);
}

function movedIndex(tag: string, attribute: string, after: (index: number) => number): string {
  const value = attributeOf(tag, attribute);
  return value === undefined ? tag : withAttribute(tag, attribute, String(after(Number(value))));
}

function numbersOf(xml: string, element: string, attribute: string): number[] {
  const numbers: number[] = [];
  rewriteXml(xml, {
    tag(name, tag) {
      if (name === element) numbers.push(Number(attributeOf(tag, attribute) ?? 0));
      return tag;
    },
  });
  return numbers;
}

function placeOfSheet(xml: string, sheet: string): number {
  let place = -1;
  let found = 0;
  rewriteXml(xml, {
    tag(name, tag, path) {
      if (name === 'sheet' && path.at(-2) === 'sheets') {
        place += 1;
        if (attributeOf(tag, 'name') === sheet) found = place;
      }
      return tag;
    },
  });
  return found;
}

interface NamePlaces extends Entered {
  place: number;
  after: (index: number) => number;
}

/** Print areas and titles: each copy has its own. */
function repeatNames(xml: string, sheet: string, { place, after, first, copies }: NamePlaces): string {
  return xml.replaceAll(
    /(<(?:\w+:)?definedName\b[^>]*>)([^<]*)(<\/(?:\w+:)?definedName>)/gu,
    (_, tag: string, text: string, end: string) => {
      const write = (newTag: string, newName: string) => {
        const rename: RenameSheet = (name) =>
          name.toLowerCase() === sheet.toLowerCase() ? newName : undefined;
        return newTag + encodeXml(renameSheets(decodeXml(text), rename)) + end;
      };
      const local = attributeOf(tag, 'localSheetId');
      const own = write(movedIndex(tag, 'localSheetId', after), first);
      if (local === undefined || Number(local) !== place) return own;
      const repeated = copies.map(({ name }, index) =>
        write(withAttribute(tag, 'localSheetId', String(place + index + 1)), name),
      );
      return own + repeated.join('');
    },
  );
}

function nextId(form: OpenForm): number {
  return form.sheets.length;
}

function addRelations(form: OpenForm, relations: readonly { id: string; part: string }[]): void {
  const name = relationshipPartOf(form.workbook);
  const xml = form.read(name) ?? '';
  const type = /Type\s*=\s*["']([^"']*\/worksheet)["']/u.exec(xml)?.[1] ?? '';
  const prefix = /<\/(\w+:)?Relationships\s*>/u.exec(xml)?.[1] ?? '';
  const added = relations.map(
    ({ id, part }) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="/${encodeXml(part)}"/>`,
  );
  form.write(
    name,
    xml.replace(/<\/(?:\w+:)?Relationships\s*>/u, (end) => added.join('') + end),
  );
}

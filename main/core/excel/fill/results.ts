import { namedSheets } from './formula-references.ts';
import type { FormSheet, OpenForm } from './open-form.ts';
import { rewriteXml } from './rewrite-xml.ts';
import { findRows } from './write-sheet.ts';
import { attributeOf, withAttribute } from './xml-text.ts';

/*
 * Formulas are worked out by the program that opens the workbook: results that the form brought along are left out
 * where they may be wrong now, and the workbook asks to be calculated.
 */

export function formulasOf(form: OpenForm, { part, name }: FormSheet): string[] {
  const xml = form.read(part) ?? '';
  if (!/<(?:\w+:)?f[\s>/]/u.test(xml)) return [];
  const found: string[] = [];
  const { from, to } = findRows(xml, name);
  rewriteXml(
    xml,
    {
      text(text, path) {
        if (path.at(-1) === 'f') found.push(text);
        return text;
      },
    },
    from,
    to,
  );
  return found;
}

/** Sheets whose formulas lead to a filled one, perhaps over others or over names of the workbook. */
export function sheetsThatDepend(
  form: OpenForm,
  formulas: ReadonlyMap<FormSheet, readonly string[]>,
  filled: ReadonlySet<string>,
): Set<FormSheet> {
  const names = definedNames(form);
  const lead = new Map(
    [...formulas].map(([sheet, found]) => [
      sheet,
      new Set(found.flatMap((formula) => sheetsOf(formula, names))),
    ]),
  );
  const reached = new Set([...filled].map((name) => name.toLowerCase()));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const [{ name }, sheets] of lead)
      if ([...sheets].some((sheet) => reached.has(sheet))) reached.add(name.toLowerCase());
  }
  return new Set([...lead.keys()].filter(({ name }) => reached.has(name.toLowerCase())));
}

/** By name in lower case: the sheets that it leads to. */
function definedNames(form: OpenForm): Map<string, string[]> {
  const names = new Map<string, string[]>();
  let name = '';
  rewriteXml(form.read(form.workbook) ?? '', {
    tag(element, tag) {
      if (element === 'definedName') name = (attributeOf(tag, 'name') ?? '').toLowerCase();
      return tag;
    },
    text(text, path) {
      if (path.at(-1) === 'definedName')
        names.set(
          name,
          namedSheets(text).map((sheet) => sheet.toLowerCase()),
        );
      return text;
    },
  });
  return names;
}

function sheetsOf(formula: string, names: ReadonlyMap<string, readonly string[]>): string[] {
  const sheets = namedSheets(formula).map((sheet) => sheet.toLowerCase());
  if (names.size === 0) return sheets;
  const words = formula.toLowerCase().match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? [];
  return [...sheets, ...words.flatMap((word) => names.get(word) ?? [])];
}

export function askForCalculation(form: OpenForm): void {
  const xml = form.read(form.workbook) ?? '';
  let found = false;
  const asked = rewriteXml(xml, {
    tag(name, tag) {
      if (name !== 'calcPr') return tag;
      found = true;
      return withAttribute(tag, 'fullCalcOnLoad', '1');
    },
  });
  form.write(form.workbook, found ? asked : withCalculation(xml));
}

/** It stands behind these, in this order. */
const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

function withCalculation(xml: string): string {
  for (const name of before) {
    const end = new RegExp(String.raw`</(\w+:)?${name}\s*>|<(\w+:)?${name}(?:\s[^>]*)?/>`, 'u').exec(xml);
    if (end === null) continue;
    const at = end.index + end[0].length;
    return `${xml.slice(0, at)}<${end[1] ?? end[2] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
  }
  return xml;
}

/** A list of the cells with formulas, which programs make anew; a wrong one they call damage. */
export function dropCalculationOrder(form: OpenForm): void {
  const chain = form.related(form.workbook).find(({ kind }) => kind === 'calcChain')?.target;
  if (chain === undefined || form.read(chain) === undefined) return;
  form.drop(chain);
  const isChain = (name: string | undefined) => name?.toLowerCase().endsWith('calcchain.xml') === true;
  const dropElement = (element: string, attribute: string) => ({
    tag: (name: string, tag: string) =>
      name === element && isChain(attributeOf(tag, attribute)) ? null : tag,
  });
  const types = '[Content_Types].xml';
  form.write(types, rewriteXml(form.read(types) ?? '', dropElement('Override', 'PartName')));
  const relations = form.workbook.replace(/([^/]*)$/u, '_rels/$1.rels');
  form.write(relations, rewriteXml(form.read(relations) ?? '', dropElement('Relationship', 'Target')));
}

import { relationshipPartOf } from '../read/relationships.ts';
import { WorkbookError } from '../read/workbook-error.ts';
import type { RenameSheet } from './formula-references.ts';
import type { OpenForm } from './open-form.ts';
import { renameInPart } from './rename-sheet.ts';
import { rewriteXml } from './rewrite-xml.ts';
import { attributeOf, withAttribute } from './xml-text.ts';

/** What belongs to one sheet only, so that a copy of the sheet needs its own. */
const ownKinds: ReadonlySet<string> = new Set([
  'worksheet',
  'drawing',
  'vmlDrawing',
  'comments',
  'chart',
  'chartUserShapes',
  'chartStyle',
  'chartColorStyle',
]);
/** What several sheets may lead to. */
const sharedKinds: ReadonlySet<string> = new Set(['image', 'hyperlink', 'printerSettings']);
/** What a copy does without: the notes themselves are comments. */
const leftKinds: ReadonlySet<string> = new Set(['threadedComment']);

/**
 * Copies a part with everything that belongs to it.
 * @returns name of the copy
 * @throws {WorkbookError} for what cannot be there twice: pivot tables, tables with names, controls
 */
export function copyPart(form: OpenForm, part: string, rename: RenameSheet): string {
  const text = form.read(part);
  if (text === undefined) throw new WorkbookError('damaged', `文件里找不到部件 ${part}`);
  const copy = freeName(form, part);
  form.write(copy, renameInPart(text, rename));
  copyType(form, part, copy);
  copyRelations(form, part, copy, rename);
  return copy;
}

function copyRelations(form: OpenForm, part: string, copy: string, rename: RenameSheet): void {
  const relations = form.read(relationshipPartOf(part));
  if (relations === undefined) return;
  const targets = form.related(part);
  let place = 0;
  const copied = rewriteXml(relations, {
    tag(name, tag) {
      if (name !== 'Relationship') return tag;
      const relation = targets[place];
      place += 1;
      if (relation === undefined || relation.target === undefined || sharedKinds.has(relation.kind))
        return tag;
      if (leftKinds.has(relation.kind)) return null;
      if (!ownKinds.has(relation.kind)) throw cannotRepeat();
      return withAttribute(tag, 'Target', `/${copyPart(form, relation.target, rename)}`);
    },
  });
  form.write(relationshipPartOf(copy), copied);
}

function cannotRepeat(): WorkbookError {
  const reason = '要重复的工作表里有数据透视表、套用了格式的表格区域或控件，不能按单位重复';
  return new WorkbookError('unsupported-format', reason);
}

/** xl/worksheets/sheet1.xml gives the first of sheet2.xml, sheet3.xml … that is free. */
function freeName(form: OpenForm, part: string): string {
  const [, stem = part, , ending = ''] = /^(.*?)(\d*)(\.[^.]*)$/u.exec(part) ?? [];
  for (let number = 1; ; number += 1) {
    // As the package keeps them, whatever the case: a target has to be spelled like its part.
    const name = `${stem}${number}${ending}`.toLowerCase();
    if (form.read(name) === undefined) return name;
  }
}

const TYPES = '[Content_Types].xml';

function copyType(form: OpenForm, part: string, copy: string): void {
  const types = form.read(TYPES) ?? '';
  form.write(
    TYPES,
    rewriteXml(types, {
      tag(name, tag) {
        const isOwn =
          name === 'Override' && attributeOf(tag, 'PartName')?.toLowerCase() === `/${part.toLowerCase()}`;
        if (!isOwn) return tag;
        const own = withAttribute(tag, 'PartName', `/${copy}`);
        return `${own.endsWith('/>') ? own : `${own.slice(0, -1)}/>`}${tag}`;
      },
    }),
  );
}

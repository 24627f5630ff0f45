import type { ReadLimits } from './limits.ts';
import { relationshipNamespaces } from './vocabularies.ts';
import { WorkbookError } from './workbook-error.ts';
import { scanXml, type XmlPart } from './xml-scanner.ts';

export interface Relationship {
  /** Last word of the type's address, the same in usual and strict files. */
  kind: string;
  /** Part name inside the package; undefined for what lies outside, which is never followed. */
  target: string | undefined;
}

/** Relationships by id of one part (`''` for the package itself). */
export function readRelationships(
  part: XmlPart,
  source: string,
  limits: ReadLimits,
): Map<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  scanXml(
    part,
    relationshipNamespaces,
    {
      open: (name, attributes) => {
        if (name !== 'Relationship') return;
        const { Id: id, Type: type, Target: target } = attributes;
        if (id === undefined || type === undefined || target === undefined || relationships.has(id)) {
          throw new WorkbookError('damaged', `文件内部的连接有错（部件 ${part.name}）`);
        }
        const isOutside = attributes['TargetMode'] === 'External';
        relationships.set(id, {
          kind: type.slice(type.lastIndexOf('/') + 1),
          target: isOutside ? undefined : resolveTarget(source, target),
        });
      },
    },
    limits,
  );
  return relationships;
}

function resolveTarget(source: string, target: string): string {
  const normal = target.replaceAll('\\', '/');
  const folder = normal.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of normal.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') folder.push(step);
    else if (folder.pop() === undefined) throw new WorkbookError('unsafe', '文件内部的连接指向文件之外');
  }
  return folder.join('/');
}

/** Where a part's relationships are kept: a/b.xml → a/_rels/b.xml.rels */
export function relationshipPartOf(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

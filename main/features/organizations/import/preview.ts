import {
  PREVIEW_ROWS,
  type OrganizationImportPreview,
  type OrganizationImportRow,
} from '#shared/contract/organizations.ts';
import { organizationLevels } from '#shared/rules/organizations/levels.ts';
import { defaultShortName } from '#shared/rules/organizations/default-short-name.ts';
import { letterOf, meaningNames } from './headings.ts';
import type { Interpretation, InterpretedRow } from './interpret.ts';
import { type KnownOrganizations, pathOf } from './known.ts';

/** What the clerk sees before anything is stored; long lists are cut, counts are of all. */
export function previewOf(
  { headings, rows, newcomers, updates, problems }: Interpretation,
  known: KnownOrganizations,
  source: { sheet: string; sheets: string[] },
): Omit<OrganizationImportPreview, 'stagedUid'> {
  const problemOf = new Map(problems.toReversed().map((problem) => [problem.row, problem.text]));
  const errorCount = problems.filter((problem) => problem.severity === 'error').length;
  const added = new Set(newcomers);

  function shown({ row, node, text }: InterpretedRow): OrganizationImportRow {
    const problem = problemOf.get(row) ?? '';
    if (node === null) {
      return {
        row,
        level: 'village',
        name: text,
        shortName: '',
        path: '',
        marks: [],
        action: 'same',
        problem,
      };
    }
    const shortName = node.shortName === '' ? defaultShortName(node.name, node.level) : node.shortName;
    const marks = node.marks.map((mark) => known.marks.get(mark) ?? mark);
    const action = added.has(node) ? 'add' : updates.has(node) ? 'update' : 'same';
    return { row, level: node.level, name: node.name, shortName, path: pathOf(node), marks, action, problem };
  }

  const troubled = rows.filter(({ row }) => problemOf.has(row)).slice(0, PREVIEW_ROWS / 2);
  const others = rows.filter(({ row }) => !problemOf.has(row)).slice(0, PREVIEW_ROWS - troubled.length);
  const spoken = new Set(rows.flatMap(({ node }) => (node === null ? [] : [node])));
  return {
    ...source,
    columns: headings.columns.map((column) => ({
      letter: letterOf(column),
      heading: headings.heading === undefined ? '(没有标题)' : column.heading,
      meaning: meaningNames[column.meaning.kind],
    })),
    rowCount: rows.length,
    adds: organizationLevels
      .map((level) => ({ level, count: newcomers.filter((node) => node.level === level).length }))
      .filter(({ count }) => count > 0),
    updates: updates.size,
    same: [...spoken].filter((node) => !added.has(node) && !updates.has(node)).length,
    rows: [...troubled, ...others].map(shown),
    problems: problems.slice(0, PREVIEW_ROWS),
    errorCount,
    warningCount: problems.length - errorCount,
  };
}

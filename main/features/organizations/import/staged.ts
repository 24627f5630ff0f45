import type { OrganizationImportPlace } from '#shared/contract/organizations.ts';
import { BEFORE_RECORDS, existsSince } from '#shared/rules/organizations/history.ts';
import { siblingShortNames } from '#shared/rules/organizations/default-short-name.ts';
import { levelNames } from '#shared/rules/organizations/levels.ts';
import { ORDER_STEP } from '#shared/rules/organizations/order.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { getStaged, removeStaged } from '#main/core/store/staging.ts';
import { tellingRows } from '#main/core/told-rows.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { contentColumns, insertState, statesUnder } from '../states.ts';
import { interpret, type Interpretation } from './interpret.ts';
import { type ImportNode, KnownOrganizations } from './known.ts';
import type { SourceTable } from '#main/core/excel/read/source-table.ts';

export const STAGED_KIND = 'organizations';

/** What waits for the clerk's yes: the table itself, so that it is read anew against what the office has by then. */
export interface StagedOrganizations {
  table: SourceTable;
  place: OrganizationImportPlace;
}

/** All rows or none: what was right in the preview may have become wrong meanwhile. */
export function importStaged(
  { stagedUid }: { stagedUid: string },
  context: WriteContext,
): { added: number; updated: number } {
  const { today, caller, summarize, progress } = context;
  const staged = getStaged(context.db, stagedUid);
  if (staged?.kind !== STAGED_KIND || staged.userUid !== (caller.userUid ?? '')) {
    throw new AppError('notFound', { what: '要导入的内容' });
  }
  // Written by our own job, in this form.
  const { table, place } = JSON.parse(staged.payload) as StagedOrganizations;
  progress(null, `核对 ${table.rows.length} 行`);
  const known = new KnownOrganizations(context.db, today);
  const read = interpret(table, place, known, today);
  const error = read.problems.find((problem) => problem.severity === 'error');
  if (error !== undefined) {
    throw new AppError('refused', {
      reason: `机构在预览之后有了变化，第 ${error.row} 行不能导入：${error.text}请重新读取文件。`,
    });
  }
  // Each newcomer is a row of its own and one of its state.
  const { db } = tellingRows(context, 2 * read.newcomers.length + read.updates.size);
  addNewcomers(db, read, known, { from: place.from, today });
  for (const [node, update] of read.updates) {
    if (node.existing === null) continue;
    const { shortName = node.existing.state.shortName, marks = node.existing.state.marks } = update;
    db.update(
      'organization_state',
      node.existing.state.id,
      contentColumns({ ...node.existing.state, shortName, marks }),
    );
    if (update.code !== undefined) db.update('organization', node.existing.id, { code: update.code });
  }
  removeStaged(db, stagedUid);
  summarize(summaryOf(read));
  return { added: read.newcomers.length, updated: read.updates.size };
}

function addNewcomers(
  db: WriteStore,
  { newcomers }: Interpretation,
  known: KnownOrganizations,
  { from, today }: { from: string | null; today: string },
): void {
  const added = new Map<ImportNode, { id: number; firstDay: string }>();
  const groups = Map.groupBy(newcomers, (node) => node.parent);

  function placeOf(parent: ImportNode): { id: number; firstDay: string } {
    const newcomer = added.get(parent);
    if (newcomer !== undefined) return newcomer;
    const id = parent.existing?.id ?? 0;
    return { id, firstDay: from ?? existsSince(known.historyOf(id), today) ?? BEFORE_RECORDS };
  }

  // Newcomers come with parents before children, and so do the groups.
  for (const [parent, siblings] of groups) {
    if (parent === null) continue;
    const { id: parentId, firstDay } = placeOf(parent);
    const last =
      parent.existing === null ? 0 : Math.max(0, ...statesUnder(db, parentId).map((state) => state.order));
    const proposed = proposedShortNames(siblings);
    for (const [index, node] of siblings.entries()) {
      const organizationId = db.insert('organization', { level: node.level, code: node.code });
      added.set(node, { id: organizationId, firstDay });
      insertState(db, {
        organizationId,
        firstDay,
        lastDay: null,
        name: node.name,
        shortName: node.shortName === '' ? (proposed[index] ?? node.name) : node.shortName,
        parentId,
        order: last + (index + 1) * ORDER_STEP,
        marks: node.marks,
        document: '',
        note: '',
      });
    }
  }
}

function proposedShortNames(siblings: readonly ImportNode[]): string[] {
  const names = new Map<ImportNode, string>();
  for (const [level, group] of Map.groupBy(siblings, (node) => node.level)) {
    const shorts = siblingShortNames(
      group.map((node) => node.name),
      level,
    );
    for (const [index, node] of group.entries()) names.set(node, shorts[index] ?? node.name);
  }
  return siblings.map((node) => names.get(node) ?? node.name);
}

function summaryOf({ newcomers, updates }: Interpretation): string {
  const counts = [...Map.groupBy(newcomers, (node) => node.level)].map(
    ([level, nodes]) => `${levelNames[level]} ${nodes.length} 个`,
  );
  if (newcomers.length > 0) counts[0] = `新增${counts[0]}`;
  if (updates.size > 0) counts.push(`更正 ${updates.size} 个`);
  return counts.join('、');
}

import { siblingShortNames } from '#shared/rules/organizations/default-short-name.ts';
import { BEFORE_RECORDS, existsSince } from '#shared/rules/organizations/history.ts';
import {
  levelNames,
  type OrganizationLevel,
  organizationLevels,
} from '#shared/rules/organizations/levels.ts';
import { ORDER_STEP } from '#shared/rules/organizations/order.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { statesUnder } from '../states.ts';
import type { Interpretation, InterpretedRow, NodeUpdate } from './interpret.ts';
import { type ImportNode, type KnownOrganizations, pathOf } from './known.ts';

/** An organization that an import adds, as it will be stored. */
export interface PlannedOrganization {
  level: OrganizationLevel;
  name: string;
  shortName: string;
  marks: readonly string[];
  code: string | null;
  /** Local id of what is there already, or which of all newcomers it stands under, from 0. */
  parent: { id: number } | { newcomer: number };
  firstDay: string;
  order: number;
}

/** What is put right of an organization of today; what is left out stays. */
interface PlannedCorrection {
  organizationId: number;
  stateId: number;
  shortName?: string;
  marks?: string[];
  code?: string;
}

interface PlannedRow extends UnderstoodRow {
  newcomers: readonly PlannedOrganization[];
  correction: PlannedCorrection | null;
}

/** Newcomers come with parents before children. */
export interface PlannedImport extends Understood {
  rows: readonly PlannedRow[];
}

interface Around {
  known: KnownOrganizations;
  /** First day of the newcomers; null: as long as what they stand under. */
  from: string | null;
  today: string;
}

/** What an import that was interpreted would store, row by row. */
export function plannedImport(
  db: ReadStore,
  { rows, newcomers, updates, problems }: Interpretation,
  around: Around,
): PlannedImport {
  const planned = plannedNewcomers(db, newcomers, around);
  const marksText = (marks: readonly string[]) =>
    marks.map((mark) => around.known.marks.get(mark) ?? mark).join('、');

  function planRow({ row, node, newcomers: named }: InterpretedRow): PlannedRow {
    const update = node === null ? undefined : updates.get(node);
    const own = named.map((each) => planned.get(each)).filter((each) => each !== undefined);
    const nothing = { row, newcomers: own, correction: null, changes: [] };
    if (node === null) return { ...nothing, action: 'none' };
    if (node.existing === null && node.spokenOfIn === row) {
      const changes = newcomerWords(node, named, planned.get(node)?.shortName ?? '');
      return { ...nothing, action: 'add', adds: own.length, changes };
    }
    if (update?.row === row) {
      const changes = correctionWords(node, update, marksText);
      return { ...nothing, action: 'change', correction: correctionOf(node, update), changes };
    }
    return { ...nothing, action: node.spokenOfIn === row ? 'same' : 'none' };
  }

  const isPossible = problems.every(({ severity }) => severity !== 'error');
  return { rows: rows.map(planRow), problems, notes: isPossible ? notesOf(newcomers) : [] };
}

function plannedNewcomers(
  db: ReadStore,
  newcomers: readonly ImportNode[],
  { known, from, today }: Around,
): ReadonlyMap<ImportNode, PlannedOrganization> {
  const places = new Map(newcomers.map((node, place) => [node, place]));
  const planned = new Map<ImportNode, PlannedOrganization>();

  function firstDayUnder(parent: ImportNode): string {
    if (from !== null) return from;
    if (parent.existing === null) return planned.get(parent)?.firstDay ?? BEFORE_RECORDS;
    return existsSince(known.historyOf(parent.existing.id), today) ?? BEFORE_RECORDS;
  }

  // Newcomers come with parents before children, and so do the groups.
  for (const [parent, siblings] of Map.groupBy(newcomers, (node) => node.parent ?? known.root)) {
    const place = places.get(parent);
    const id = parent.existing?.id ?? 0;
    const under = place === undefined ? { id } : { newcomer: place };
    const last = place === undefined ? Math.max(0, ...statesUnder(db, id).map((state) => state.order)) : 0;
    const firstDay = firstDayUnder(parent);
    const shortNames = shortNamesOf(siblings);
    for (const [index, node] of siblings.entries()) {
      const { level, name, marks, code } = node;
      planned.set(node, {
        level,
        name,
        shortName: node.shortName === '' ? (shortNames.get(node) ?? name) : node.shortName,
        marks,
        code,
        parent: under,
        firstDay,
        order: last + (index + 1) * ORDER_STEP,
      });
    }
  }
  return planned;
}

function shortNamesOf(siblings: readonly ImportNode[]): ReadonlyMap<ImportNode, string> {
  const names = new Map<ImportNode, string>();
  for (const [level, group] of Map.groupBy(siblings, (node) => node.level)) {
    const shorts = siblingShortNames(
      group.map((node) => node.name),
      level,
    );
    for (const [index, node] of group.entries()) names.set(node, shorts[index] ?? node.name);
  }
  return names;
}

/** 孝昌县 / 粘贴镇 / 一村, whom it brings with it, and the short name that the table does not give. */
function newcomerWords(node: ImportNode, named: readonly ImportNode[], shortName: string): string[] {
  const others = named.filter((each) => each !== node).map(({ name }) => `“${name}”`);
  return [
    pathOf(node),
    ...(others.length > 0 ? [`连同${others.join('、')}`] : []),
    ...(node.shortName === '' && shortName !== node.name ? [`简称 ${shortName}`] : []),
  ];
}

function correctionOf(
  { existing }: ImportNode,
  { row: _row, ...said }: NodeUpdate,
): PlannedCorrection | null {
  return existing && { organizationId: existing.id, stateId: existing.state.id, ...said };
}

function correctionWords(
  node: ImportNode,
  { shortName, marks, code }: NodeUpdate,
  marksText: (marks: readonly string[]) => string,
): string[] {
  const before = node.existing?.state;
  return [
    ...(shortName === undefined ? [] : [changeWords('简称', before?.shortName ?? '', shortName)]),
    ...(marks === undefined ? [] : [changeWords('标记', marksText(before?.marks ?? []), marksText(marks))]),
    ...(code === undefined ? [] : [`代码 ${code}`]),
  ];
}

function changeWords(label: string, before: string, after: string): string {
  return `${label} ${before === '' ? '' : `${before} → `}${after === '' ? '无' : after}`;
}

/** A row may add what it stands under as well; here is how many of each level. */
function notesOf(newcomers: readonly ImportNode[]): string[] {
  const counts = organizationLevels.flatMap((level) => {
    const count = newcomers.filter((node) => node.level === level).length;
    return count === 0 ? [] : [`${levelNames[level]} ${count} 个`];
  });
  return counts.length === 0 ? [] : [`将新增：${counts.join('、')}。`];
}

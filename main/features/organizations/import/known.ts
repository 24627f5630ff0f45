import { defaultShortName } from '#shared/rules/organizations/default-short-name.ts';
import { stateOn } from '#shared/rules/organizations/history.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allMarks, allOrganizations, allStates } from '../queries.ts';
import { type OrganizationState, toState } from '../states.ts';

/** An organization while an import is being read: one that exists today, or one that the import will add. */
export interface ImportNode {
  level: OrganizationLevel;
  name: string;
  shortName: string;
  marks: readonly string[];
  code: string | null;
  parent: ImportNode | null;
  /** Local id and row of today; null for a newcomer. */
  existing: { id: number; state: OrganizationState } | null;
  /** First row of the file that spoke of it itself, not only as somebody's parent. */
  spokenOfIn: number | null;
}

/** What the office has today, in memory: an import asks about it a hundred thousand times. */
export class KnownOrganizations {
  readonly root: ImportNode;
  readonly marks: ReadonlyMap<string, string>;
  readonly #children = new Map<ImportNode, Map<string, ImportNode>>();
  readonly #byName = new Map<string, ImportNode[]>();
  readonly #byId = new Map<number, ImportNode>();
  readonly #byUid = new Map<string, ImportNode>();
  readonly #histories = new Map<number, OrganizationState[]>();
  readonly #namesakes = new Map<string, OrganizationState[]>();
  readonly #levels = new Map<number, OrganizationLevel>();

  constructor(db: ReadStore, today: string) {
    this.marks = new Map(db.all(allMarks).map((row) => [row.mark, row.name]));
    const states = db.all(allStates).map(toState);
    this.#histories = Map.groupBy(states, (state) => state.organizationId);
    const organizations = db.all(allOrganizations);
    for (const { id, level } of organizations) this.#levels.set(id, level);
    this.#namesakes = Map.groupBy(states, (state) =>
      namesakeKey(state.parentId, this.#level(state), state.name),
    );
    for (const { id, uid, level, code } of organizations) {
      const state = stateOn(this.historyOf(id), today);
      if (state === undefined) continue;
      const { name, shortName, marks } = state;
      const node = {
        level,
        name,
        shortName,
        marks,
        code,
        parent: null,
        existing: { id, state },
        spokenOfIn: null,
      };
      this.#byId.set(id, node);
      this.#byUid.set(uid, node);
    }
    const root = [...this.#byId.values()].find((node) => node.level === 'city');
    if (root === undefined) throw new Error('the office has no city');
    this.root = root;
    for (const node of this.#byId.values())
      this.#place(node, this.#byId.get(node.existing?.state.parentId ?? 0) ?? null);
  }

  byUid(uid: string): ImportNode | undefined {
    return this.#byUid.get(uid);
  }

  child(parent: ImportNode, level: OrganizationLevel, name: string): ImportNode | undefined {
    return this.#children.get(parent)?.get(`${level} ${name}`);
  }

  /** All of a name, whatever they stand under; by full or short name. */
  named(name: string): readonly ImportNode[] {
    return this.#byName.get(name) ?? [];
  }

  alsoNamed(node: ImportNode, name: string): void {
    const others = this.#byName.get(name);
    if (others === undefined) this.#byName.set(name, [node]);
    else if (!others.includes(node)) others.push(node);
  }

  add(newcomer: Omit<ImportNode, 'existing'> & { parent: ImportNode }): ImportNode {
    const node: ImportNode = { ...newcomer, existing: null };
    this.#place(node, newcomer.parent);
    return node;
  }

  historyOf(id: number): readonly OrganizationState[] {
    return this.#histories.get(id) ?? [];
  }

  /** Rows of any time with this level and name below this parent. */
  namesakes(parent: ImportNode, level: OrganizationLevel, name: string): readonly OrganizationState[] {
    return this.#namesakes.get(namesakeKey(parent.existing?.id ?? 0, level, name)) ?? [];
  }

  #place(node: ImportNode, parent: ImportNode | null): void {
    node.parent = parent;
    const shortName = node.shortName === '' ? defaultShortName(node.name, node.level) : node.shortName;
    for (const name of new Set([node.name, shortName])) this.alsoNamed(node, name);
    if (parent === null) return;
    const siblings = this.#children.get(parent) ?? new Map<string, ImportNode>();
    this.#children.set(parent, siblings.set(`${node.level} ${node.name}`, node));
  }

  #level(state: OrganizationState): OrganizationLevel {
    return this.#levels.get(state.organizationId) ?? 'village';
  }
}

function namesakeKey(parentId: number | null, level: OrganizationLevel, name: string): string {
  return `${parentId ?? 0} ${level} ${name}`;
}

/** From the county down: 城东区 / 中山街道. */
export function pathOf(node: ImportNode): string {
  const above = node.parent === null || node.parent.level === 'city' ? '' : `${pathOf(node.parent)} / `;
  return `${above}${node.name}`;
}

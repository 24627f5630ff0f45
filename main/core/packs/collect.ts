/**
 * Gathers the rows of a pack.
 * Flow: roots of the topics that belong to the chosen organizations → their parts and attachments → what all of them refer
 * to, as far as the topic carries it → without what would stand there on nothing.
 * Invariant: a root of which only one row is secret stays here with everything that hangs on it.
 */
import type { PackRow, PackValue } from '#shared/rules/exchange/model.ts';
import { carriedWhole, carriedWithin, neverPacked, type PackTopic } from '#shared/rules/exchange/topics.ts';
import type { ReadStore } from '../store/read-store.ts';
import { formerOf, travelling } from './former.ts';
import { partsOf, readSchemaMap, type SchemaMap, sqlOf, type TableShape } from './schema-map.ts';

export type StoredRow = Readonly<Record<string, PackValue>>;

export interface PackScope {
  topics: readonly PackTopic[];
  /** Local numbers of the chosen organizations and all below them; null: everything. */
  organizations: ReadonlySet<number> | null;
  /** By table, the only roots that are meant. */
  only: ReadonlyMap<string, ReadonlySet<number>>;
  withFiles: boolean;
  isSecret: (table: string, row: StoredRow) => boolean;
  /** @throws AppError cancelled */
  check: () => void;
}

export interface CollectedPack {
  rows: PackRow[];
  /** SHA-256 of the attachments' bytes. */
  files: string[];
}

interface Found {
  shape: TableShape;
  row: StoredRow;
  own: boolean;
}

export function collectPack(db: ReadStore, scope: PackScope): CollectedPack {
  const map = readSchemaMap(db);
  const found = new Map<string, Found>();
  for (const topic of scope.topics) {
    const family = new Map<string, Found>();
    for (const root of topic.roots) {
      for (const row of rootsOf(db, map, { root, roots: topic.roots, family }, scope)) {
        scope.check();
        const whole = wholeRoot(db, map, { table: root, row }, scope);
        if (!hasSecret(whole, scope)) for (const each of whole) add(family, each);
      }
    }
    addCarried(db, map, { topic, family }, scope);
    for (const each of family.values()) add(found, each);
  }
  dropWithoutGround(map, found);
  return travellingPack(db, [...found.values()], scope.withFiles);
}

function add(found: Map<string, Found>, each: Found): void {
  const key = keyOf(each.shape.name, each.row['id']);
  const known = found.get(key);
  found.set(key, known === undefined ? each : { ...each, own: known.own || each.own });
}

function keyOf(table: string, id: PackValue | undefined): string {
  return `${table}/${id ?? ''}`;
}

function hasSecret(rows: readonly Found[], { isSecret }: Pick<PackScope, 'isSecret'>): boolean {
  return rows.some(({ shape, row }) => isSecret(shape.name, row) || isSealed(row));
}

function isSealed(row: StoredRow): boolean {
  return (row['sealed'] ?? null) !== null;
}

function shapeIn(map: SchemaMap, table: string): TableShape {
  const shape = map.get(table);
  if (shape === undefined) throw new Error(`no logged table is called ${table}`);
  return shape;
}

interface Rooting {
  root: string;
  /** All roots of the topic, and what of those before it was found. */
  roots: readonly string[];
  family: ReadonlyMap<string, Found>;
}

/** Of chosen organizations the rows that belong to them, by a part too, or one part of which names another root of theirs. */
function rootsOf(
  db: ReadStore,
  map: SchemaMap,
  { root: table, roots, family }: Rooting,
  scope: PackScope,
): StoredRow[] {
  const rows = db.all(sqlOf<StoredRow>(`SELECT * FROM "${table}" ORDER BY id`));
  const only = scope.only.get(table);
  const meant = only === undefined ? rows : rows.filter((row) => only.has(Number(row['id'])));
  const { organizations } = scope;
  if (organizations === null) return meant;
  const byPart = new Set<number>();
  const addWhere = (part: string, column: string, named: string, isMeant: (id: number) => boolean): void => {
    const sql = `SELECT "${column}" AS root, "${named}" AS id FROM "${part}" WHERE "${named}" IS NOT NULL`;
    for (const { root, id } of db.iterate(sqlOf<{ root: number; id: number }>(sql)))
      if (isMeant(id)) byPart.add(root);
  };
  for (const { part, column } of partsOf(map, table)) {
    if (part.columns.includes('organization_id'))
      addWhere(part.name, column, 'organization_id', (id) => organizations.has(id));
    for (const { column: named, target } of part.references)
      if (target !== table && roots.includes(target))
        addWhere(part.name, column, named, (id) => family.has(keyOf(target, id)));
  }
  return meant.filter(
    (row) => organizations.has(Number(row['organization_id'] ?? 0)) || byPart.has(Number(row['id'])),
  );
}

/** A root with its parts, and the parts of those; of other organizations than the chosen ones none. */
function wholeRoot(
  db: ReadStore,
  map: SchemaMap,
  { table, row }: { table: string; row: StoredRow },
  scope: Pick<PackScope, 'organizations'>,
  own = true,
): Found[] {
  const parts = partsOf(map, table)
    .filter(({ part }) => !neverPacked.includes(part.name))
    .flatMap(({ part, column }) =>
      db
        .all(
          sqlOf<StoredRow, { id: PackValue }>(
            `SELECT * FROM "${part.name}" WHERE "${column}" = @id ORDER BY id`,
          ),
          { id: row['id'] ?? null },
        )
        .filter((each) => belongs(each, scope.organizations))
        .flatMap((each) => wholeRoot(db, map, { table: part.name, row: each }, scope, own)),
    );
  return [{ shape: shapeIn(map, table), row, own }, ...parts];
}

function belongs(row: StoredRow, organizations: ReadonlySet<number> | null): boolean {
  const unit = row['organization_id'] ?? null;
  return organizations === null || unit === null || organizations.has(Number(unit));
}

/** What the rows refer to, and what that refers to; of what is secret nothing. */
function addCarried(
  db: ReadStore,
  map: SchemaMap,
  { topic, family }: { topic: PackTopic; family: Map<string, Found> },
  scope: PackScope,
): void {
  const waiting = [...family.values()];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    for (const { column, target } of each.shape.references) {
      const id = each.row[column] ?? null;
      if (id === null || !topic.carries.includes(target) || family.has(keyOf(target, id))) continue;
      const sql = sqlOf<StoredRow, { id: PackValue }>(`SELECT * FROM "${target}" WHERE id = @id`);
      const row = db.get(sql, { id });
      if (row === undefined) continue;
      const more = carriedWhole.includes(target)
        ? wholeRoot(db, map, { table: target, row }, carriedPart(target, scope), false)
        : [{ shape: shapeIn(map, target), row, own: false }];
      if (hasSecret(more, scope)) continue;
      for (const one of more) {
        if (family.has(keyOf(one.shape.name, one.row['id']))) continue;
        add(family, one);
        waiting.push(one);
      }
    }
  }
}

function carriedPart(target: string, { organizations }: PackScope): Pick<PackScope, 'organizations'> {
  return { organizations: carriedWithin.includes(target) ? organizations : null };
}

/** A row that cannot be without another that stays here. */
function dropWithoutGround(map: SchemaMap, found: Map<string, Found>): void {
  for (let dropped = true; dropped; ) {
    dropped = false;
    for (const [key, { shape, row }] of found) {
      const isWhole = shapeIn(map, shape.name).references.every(
        ({ column, target, isRequired }) =>
          !isRequired || (row[column] ?? null) === null || found.has(keyOf(target, row[column])),
      );
      if (isWhole) continue;
      found.delete(key);
      dropped = true;
    }
  }
}

const attachmentsOf = sqlOf<StoredRow, { uid: PackValue }>(
  'SELECT * FROM attachment WHERE subject_uid = @uid ORDER BY id',
);

function travellingPack(db: ReadStore, found: readonly Found[], withFiles: boolean): CollectedPack {
  const shape = shapeIn(readSchemaMap(db), 'attachment');
  const attachments = found
    .filter(({ own }) => own && withFiles)
    .flatMap(({ row }) => db.all(attachmentsOf, { uid: row['uid'] ?? null }))
    .map((row): Found => ({ shape, row, own: true }));
  const files = attachments.flatMap(({ row }) => [row['sha256'], row['thumbnail']]);
  return {
    rows: [...found, ...attachments].map((each) => travellingRow(db, each)),
    files: [...new Set(files.filter((sha256) => typeof sha256 === 'string'))],
  };
}

function travellingRow(db: ReadStore, { shape, row, own }: Found): PackRow {
  const values = Object.fromEntries(
    shape.columns
      .filter((column) => column !== 'id' && column !== 'uid')
      .map((column) => [column, travelling(db, shape, column, row[column] ?? null)]),
  );
  return {
    table: shape.name,
    uid: String(row['uid']),
    own,
    values,
    former: own ? formerOf(db, shape, row) : {},
  };
}

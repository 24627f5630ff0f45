/**
 * Finds for each row of a pack the row here that it is.
 * Flow: by uid → by a key of the schema or of `packKeys`, its references already matched → organizations by code, then by
 * name below the same parent → otherwise it is new. An organization that is like none here is asked about.
 */
import {
  ANSWER_LEAVE,
  ANSWER_NEW,
  type PackQuestion,
  type PackRow,
  type PackValue,
  WITH_PARTS,
} from '#shared/rules/exchange/model.ts';
import { carriedWhole, packKeys, takenWhole } from '#shared/rules/exchange/topics.ts';
import type { ReadStore } from '../store/read-store.ts';
import type { PackRows } from './pack-rows.ts';
import { namingColumns } from './row-names.ts';
import { type SchemaMap, sqlOf, type TableShape } from './schema-map.ts';
import { packedWithParts, storedWithParts } from './with-parts.ts';
import { findOrganization, type PackOrganizations } from './match-organizations.ts';

export type Match =
  | { kind: 'known'; id: number; uid: string }
  | { kind: 'new' }
  /** It was here and was deleted, or belongs to such a row. `cell` is that of the row that was. */
  | { kind: 'deleted'; cell: string }
  /** Another row here stands in its place, or in that of the row that it is a part of; see takenWhole. */
  | { kind: 'rival'; cell: string; ours: string; theirs: string }
  | { kind: 'asked'; question: PackQuestion }
  /** An empty reason: nothing is lost by it. */
  | { kind: 'out'; reason: string };

/** Id of the cell that asks whether a deleted row comes back. */
export function deletedCell({ table, uid }: PackRow): string {
  return `${table}/${uid}/`;
}

export interface PackContent {
  rows: PackRows;
  organizations: PackOrganizations;
}

export class Matcher {
  readonly #db: ReadStore;
  readonly #map: SchemaMap;
  readonly #pack: PackContent;
  readonly #answers: Readonly<Record<string, string>>;
  readonly #matches = new Map<PackRow, Match>();
  readonly #deleted = new Map<string, ReadonlySet<string>>();

  constructor(db: ReadStore, map: SchemaMap, pack: PackContent, answers: Readonly<Record<string, string>>) {
    this.#db = db;
    this.#map = map;
    this.#pack = pack;
    this.#answers = answers;
  }

  of(row: PackRow): Match {
    const known = this.#matches.get(row);
    if (known !== undefined) return known;
    // Asked about while it is being looked for, as by a scheme that names itself as its first version.
    this.#matches.set(row, { kind: 'new' });
    const match = this.#find(row);
    this.#matches.set(row, match);
    return match;
  }

  shapeOf(table: string): TableShape {
    const shape = this.#map.get(table);
    if (shape === undefined) throw new Error(`no logged table is called ${table}`);
    return shape;
  }

  /** Where a reference of the pack leads here; undefined: nowhere. */
  targetOf(table: string, uid: PackValue): Match | undefined {
    if (typeof uid !== 'string') return undefined;
    const row = this.#pack.rows.at(table, uid);
    if (row !== undefined) return this.of(row);
    const id = this.#idOf(table, uid);
    return id === undefined ? undefined : { kind: 'known', id, uid };
  }

  #idOf(table: string, uid: string): number | undefined {
    const sql = sqlOf<{ id: number }, { uid: string }>(`SELECT id FROM "${table}" WHERE uid = @uid`);
    return this.#db.get(sql, { uid })?.id;
  }

  #find(row: PackRow): Match {
    const id = this.#idOf(row.table, row.uid);
    if (id !== undefined) return { kind: 'known', id, uid: row.uid };
    if (row.table === 'organization') return this.#organization(row);
    const missing = this.#missingGround(row);
    if (missing !== null) return missing;
    const same = this.#byKeys(row);
    if (same !== undefined)
      return takenWhole.includes(row.table) ? this.#rival(row, same.id) : { kind: 'known', ...same };
    if (this.#belongsToKnown(row)) return { kind: 'out', reason: '' };
    return row.own && this.#wasDeleted(row) ? { kind: 'deleted', cell: deletedCell(row) } : { kind: 'new' };
  }

  #rival(row: PackRow, id: number): Match {
    const shape = this.shapeOf(row.table);
    const telling = {
      db: this.#db,
      map: this.#map,
      rows: this.#pack.rows,
      nameOf: (table: string, uid: string) => this.nameOf(table, uid),
    };
    const ours = storedWithParts(telling, shape, id);
    const theirs = packedWithParts(telling, shape, row);
    return { kind: 'rival', cell: `${row.table}/${row.uid}/${WITH_PARTS}`, ours, theirs };
  }

  /** What only goes along is not changed, nor are parts added to it, or to its parts. */
  #belongsToKnown(row: PackRow): boolean {
    return !row.own && this.#isBelowKnown(row);
  }

  #isBelowKnown(row: PackRow): boolean {
    return this.shapeOf(row.table).references.some(({ column, target, isPart }) => {
      const uid = row.values[column] ?? null;
      if (!isPart || typeof uid !== 'string') return false;
      if (carriedWhole.includes(target)) return this.targetOf(target, uid)?.kind === 'known';
      const parent = this.#pack.rows.at(target, uid);
      return parent !== undefined && this.#isBelowKnown(parent);
    });
  }

  #organization(row: PackRow): Match {
    const answer = this.#answers[row.uid];
    if (answer === ANSWER_NEW) return { kind: 'new' };
    if (answer === ANSWER_LEAVE) return { kind: 'out', reason: '选了不合并这个机构的内容' };
    if (answer !== undefined) {
      const id = this.#idOf('organization', answer);
      if (id !== undefined) return { kind: 'known', id, uid: answer };
    }
    const { parents } = this.#pack.organizations;
    const parentRow = this.#pack.rows.at('organization', parents.get(row.uid) ?? '');
    const parent = parentRow === undefined ? null : this.of(parentRow);
    return findOrganization(this.#db, row, parent, this.#pack.organizations);
  }

  /** Why a row cannot stand here; null where all that it needs is here or comes with it. */
  #missingGround(row: PackRow): Match | null {
    for (const { column, target, isRequired } of this.shapeOf(row.table).references) {
      const value = row.values[column] ?? null;
      if (!isRequired || value === null) continue;
      const match = this.targetOf(target, value);
      if (match === undefined) return { kind: 'out', reason: '它所属的内容不在包里，这里也没有' };
      if (match.kind === 'asked')
        return { kind: 'out', reason: `先要定下“${match.question.name}”是这里的哪个机构` };
      if (match.kind === 'out') return { kind: 'out', reason: match.reason || '它所属的内容这里没有' };
      if (match.kind === 'deleted' || match.kind === 'rival') return match;
    }
    return null;
  }

  #byKeys(row: PackRow): { id: number; uid: string } | undefined {
    const own = packKeys[row.table];
    for (const key of [...(own === undefined ? [] : [own]), ...this.shapeOf(row.table).keys]) {
      const values = key.map((column) => this.#valueHere(row, column));
      if (values.some((value) => value === null || value === '')) continue;
      const where = key.map((column, place) => `"${column}" = @v${place}`).join(' AND ');
      const sql = sqlOf<{ id: number; uid: string }, Record<string, PackValue>>(
        `SELECT id, uid FROM "${row.table}" WHERE ${where} ORDER BY id DESC LIMIT 2`,
      );
      const params = Object.fromEntries(values.map((value, place) => [`v${place}`, value]));
      const found = this.#db.all(sql, params);
      // Of entries that are never changed the latest counts.
      if (found.length === 1 || takenWhole.includes(row.table)) return found[0];
    }
    return undefined;
  }

  /** References as numbers of this PC; null where they lead nowhere yet. */
  #valueHere(row: PackRow, column: string): PackValue {
    const value = row.values[column] ?? null;
    const reference = this.shapeOf(row.table).references.find((each) => each.column === column);
    if (reference === undefined) return this.uidHere(column, value);
    const match = this.targetOf(reference.target, value);
    return match?.kind === 'known' ? match.id : null;
  }

  /** Texts that name a row by its uid (subject_uid): that of the same row here. */
  uidHere(column: string, value: PackValue): PackValue {
    if (!column.endsWith('_uid') || typeof value !== 'string') return value;
    const here = this.#pack.rows.named(value).map((row) => this.of(row));
    return here.find((match) => match.kind === 'known')?.uid ?? value;
  }

  /** What a row is called, in the pack or here. */
  nameOf(table: string, uid: string): string {
    if (table === 'organization') return this.#organizationName(uid);
    const packed = this.#pack.rows.at(table, uid);
    const values = packed?.values ?? this.#stored(table, uid);
    const column = namingColumns.find((each) => (values[each] ?? '') !== '');
    return column === undefined ? '' : String(values[column]);
  }

  #organizationName(uid: string): string {
    const sql = sqlOf<{ name: string }, { uid: string }>(
      `SELECT state.name FROM organization_state AS state JOIN organization ON organization.id = state.organization_id
       WHERE organization.uid = @uid ORDER BY state.first_day DESC LIMIT 1`,
    );
    return this.#db.get(sql, { uid })?.name ?? this.#pack.organizations.names.get(uid) ?? '';
  }

  #stored(table: string, uid: string): Readonly<Record<string, PackValue>> {
    const sql = sqlOf<Record<string, PackValue>, { uid: string }>(
      `SELECT * FROM "${table}" WHERE uid = @uid`,
    );
    return this.#db.get(sql, { uid }) ?? {};
  }

  #wasDeleted({ table, uid }: PackRow): boolean {
    const known = this.#deleted.get(table) ?? this.#deletedOf(table);
    this.#deleted.set(table, known);
    return known.has(uid);
  }

  #deletedOf(table: string): ReadonlySet<string> {
    const sql = sqlOf<{ uid: string }, { table: string }>(
      `SELECT json_extract(before, '$.uid') AS uid FROM row_change WHERE table_name = @table AND kind = 'delete'`,
    );
    return new Set(this.#db.all(sql, { table }).map(({ uid }) => uid));
  }
}

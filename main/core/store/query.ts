/**
 * Typed SQL. A query declares its columns once, at run time; the row type is inferred from that. Everything declared here is registered, so that one test can prepare every statement on
 * a migrated database and hold its columns against the declaration.
 */

export interface TextSpec<T extends string, N extends boolean> {
  readonly type: 'text';
  readonly nullable: N;
  /** The closed set of values, for the type only; the table's CHECK enforces it. */
  readonly values: readonly T[];
}

export interface IntegerSpec<N extends boolean> {
  readonly type: 'integer';
  readonly nullable: N;
}

/** Bytes; of a text cast to a BLOB its own: taken over as its bytes, which is much cheaper where a long text may not be looked at. */
export interface BytesSpec {
  readonly type: 'blob';
  readonly nullable: false;
}

type ColumnSpec = TextSpec<string, boolean> | IntegerSpec<boolean> | BytesSpec;
export type Columns = Readonly<Record<string, ColumnSpec>>;

export const text: TextSpec<string, false> = { type: 'text', nullable: false, values: [] };
export const nullableText: TextSpec<string, true> = { type: 'text', nullable: true, values: [] };
export const integer: IntegerSpec<false> = { type: 'integer', nullable: false };
export const nullableInteger: IntegerSpec<true> = { type: 'integer', nullable: true };
export const bytes: BytesSpec = { type: 'blob', nullable: false };

/** A text column that holds one of the given values. */
export function oneOf<const T extends string>(...values: readonly T[]): TextSpec<T, false> {
  return { type: 'text', nullable: false, values };
}

type Value<S extends ColumnSpec> =
  | (S extends TextSpec<infer T, boolean> ? T : S extends BytesSpec ? Buffer : number)
  | (S['nullable'] extends true ? null : never);

export type Row<C extends Columns> = { -readonly [K in keyof C]: Value<C[K]> };

/** SQL with named parameters (`@name`) that returns rows of type R. */
export interface Query<R, P> {
  readonly name: string;
  readonly sql: string;
  readonly columns: Columns;
  /** Never set: carries the row and parameter types. */
  readonly types?: { readonly row: R; readonly params: (params: P) => void };
}

/** SQL with named parameters (`@name`) that writes and returns no rows. */
export interface Statement<P> {
  readonly name: string;
  readonly sql: string;
  /** Never set: carries the parameter type. */
  readonly types?: { readonly params: (params: P) => void };
}

/** The argument list of a call: the parameters object may be left out where the SQL has none. */
export type Arguments<P> = [P] extends [null]
  ? [params?: Readonly<Record<string, never>>]
  : [params: Readonly<P>];

interface Registered {
  readonly name: string;
  readonly sql: string;
  /** null for a write without result rows. */
  readonly columns: Columns | null;
}

/**
 * A statement in which a bare parameter could sway the plan is planned anew by SQLite at every call (its STAT4), which
 * takes a short join ten times as long as running it. Behind a plus sign, which changes no value, it cannot sway.
 */
function plannedOnce(sql: string): string {
  return sql.replaceAll(/(?<![+@\w])@(?=\w)/gu, '+@');
}

const registry = new Map<string, Registered>();

function register(entry: Registered): void {
  if (registry.has(entry.name)) throw new Error(`the statement name ${entry.name} is taken`);
  registry.set(entry.name, entry);
}

/**
 * Declares a read: `defineQuery<typeof columns, { uid: string }>({ name, sql, columns })`; without parameters
 * the types need not be named. Call it at the top level of a module, with a name unique in the program.
 */
export function defineQuery<const C extends Columns, P extends object | null = null>(spec: {
  readonly name: string;
  readonly sql: string;
  readonly columns: C;
}): Query<Row<C>, P> {
  const query = { ...spec, sql: plannedOnce(spec.sql) };
  register(query);
  return query;
}

/** Declares a write without result rows; it can only be run inside a transaction. */
export function defineStatement<P extends object | null = null>(spec: {
  readonly name: string;
  readonly sql: string;
}): Statement<P> {
  const statement = { ...spec, sql: plannedOnce(spec.sql) };
  register({ ...statement, columns: null });
  return statement;
}

/** All statements of the modules loaded so far. */
export function registeredStatements(): readonly Registered[] {
  return [...registry.values()];
}

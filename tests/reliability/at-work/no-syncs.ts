import Database from 'better-sqlite3';
import { DatabaseSync } from 'node:sqlite';

/**
 * A store as it would be with synchronous=OFF, which it is made to believe is FULL, on either driver: the test of the
 * test, which must then find acknowledged changes lost.
 */
export function breakSyncs(): void {
  const pragma = Reflect.get(Database.prototype, 'pragma');
  Database.prototype.pragma = function broken(source, options) {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = OFF', options);
    return source === 'synchronous' ? 2 : pragma.call(this, source, options);
  };
  const prepare = Reflect.get(DatabaseSync.prototype, 'prepare');
  DatabaseSync.prototype.prepare = function broken(sql, ...options) {
    const isAsked = sql === 'PRAGMA synchronous';
    return prepare.call(
      this,
      isAsked ? 'SELECT 2' : sql.replace('synchronous = FULL', 'synchronous = OFF'),
      ...options,
    );
  };
}

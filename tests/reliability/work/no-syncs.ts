import Database from 'better-sqlite3';

/**
 * A store as it would be with synchronous=OFF, which it is made to believe is FULL: the test of the test, which must then
 * find acknowledged changes lost.
 */
export function breakSyncs(): void {
  const pragma = Database.prototype.pragma;
  Database.prototype.pragma = function broken(source, options) {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = OFF', options);
    if (source === 'synchronous') return 2;
    return pragma.call(this, source, options);
  };
}

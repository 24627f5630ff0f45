import { protocol } from 'electron';
import { ownScheme } from './own-pages.ts';

/** A standard, secure scheme gives the pages an origin of their own; must run before the app is ready. */
export function setupScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: ownScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

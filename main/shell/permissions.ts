import { session } from 'electron';
import { isOwnAddress } from './own-pages.ts';

/** Copying a range of a sheet and pasting one is all that the pages need of the PC. */
const granted: ReadonlySet<string> = new Set(['clipboard-read', 'clipboard-sanitized-write']);

export function setupPermissions(): void {
  const pages = session.defaultSession;
  pages.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isGranted(permission, requestingOrigin),
  );
  pages.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isGranted(permission, details.requestingUrl));
  });
  pages.setDevicePermissionHandler(() => false);
}

function isGranted(permission: string, address: string): boolean {
  return granted.has(permission) && isOwnAddress(address);
}

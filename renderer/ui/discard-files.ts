import { client } from '../app/client.ts';

/** Takes files that nobody needs any more off the core's disk, also while the window closes. */
export function discardFiles(files: readonly { token: string }[]): void {
  if (files.length === 0) return;
  const tokens = files.map(({ token }) => token);
  // Where it fails the core lets them go by itself a little later.
  void client.files.discard({ tokens }, { context: { outlivesPage: true } }).catch(() => undefined);
}

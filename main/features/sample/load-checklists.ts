import type { RunOperation } from './run-operation.ts';

/** All checklists that come with the program. */
export async function loadChecklists(run: RunOperation): Promise<void> {
  const shipped = await run('checklists', 'shipped', undefined);
  await run('checklists', 'addShipped', { keys: shipped.map(({ key }) => key).toReversed() });
}

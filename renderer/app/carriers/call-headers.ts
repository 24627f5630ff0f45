import type { CallContext } from './call-context.ts';

const WINDOW_KEY = 'office-window';

/** The same for as long as the window lives, also over reloads: undo takes back what this window did. */
function windowUid(storage: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage): string {
  const known = storage.getItem(WINDOW_KEY);
  if (known !== null) return known;
  const uid = crypto.randomUUID();
  storage.setItem(WINDOW_KEY, uid);
  return uid;
}

export function callHeaders({ context }: { context: CallContext }): Record<string, string> {
  return { 'x-window': windowUid(), 'x-operation': context.operationUid ?? crypto.randomUUID() };
}

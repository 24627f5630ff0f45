import { createStore } from '#renderer/app/store.ts';

/** The reason given last in this window, in whatever view or group: Enter keeps it. */
export const lastReason = createStore('');

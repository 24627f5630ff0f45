import { createStore } from './store.ts';

/**
 * connecting: for the first time; open: changes are heard; lost: trying again by itself;
 * entryLost: the page has to be entered anew.
 */
export type Connection = 'connecting' | 'open' | 'lost' | 'entryLost';

export const connection = createStore<Connection>('connecting');

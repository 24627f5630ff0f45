import { createStore } from '#renderer/app/store.ts';

/** The job that loads the sample office in this window; null while there is none. */
export const sampleJob = createStore<string | null>(null);

import { type } from '@orpc/contract';
import { read } from './operation.ts';

/** What came of unannounced campaigns that are not released: it stays in the office. */
export const unreleased = {
  /** Uids of findings and their tasks, listings, notices, papers, enterprises with their events and decisions. */
  list: read('未公开的记录').output(type<string[]>()),
};

import { type } from '@orpc/contract';
import * as z from 'zod';
import { read } from './operation.ts';

/** One find of the global search; `kind` decides which page opens it. */
export interface SearchHit {
  kind: 'organization' | 'scheme' | 'indicator' | 'period';
  uid: string;
  title: string;
  /** Where it belongs: 城东区 · 乡镇, 方案名称 … */
  note: string;
  /** The thing whose page shows it: the scheme of an indicator; else its own uid. */
  pageUid: string;
}

export const search = {
  find: read('查找')
    .input(z.object({ text: z.string().trim().max(50), limit: z.int().min(1).max(50) }))
    .output(type<SearchHit[]>()),
};

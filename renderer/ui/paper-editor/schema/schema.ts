import { tableNodes } from '../table/nodes.ts';
import { marks } from './marks.ts';
import { textNodes } from './text-nodes.ts';

/** What a body may consist of. */
export const schemaExtensions = [...textNodes, ...tableNodes, ...marks];

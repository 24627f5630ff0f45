import * as z from 'zod';
import { nameSchema, uidSchema } from './fields.ts';

/* A list of the office's own words, such as trades or skills: in its order, each with what else it is called. */

export interface Term {
  uid: string;
  name: string;
  /** Other words for it in tables that are read. */
  aliases: string[];
  /** How many have it. */
  usedBy: number;
}

export const termNameSchema = nameSchema('名称', 20).refine((name) => !/[、，,；;/\s]/u.test(name), {
  message: '名称里不能有顿号、逗号、斜线和空格',
});
const termFields = { name: termNameSchema, aliases: z.array(termNameSchema).max(30, '别称最多 30 个') };

/** Whatever stands there, also from a time when more was allowed. */
export const seenTermsSchema = z.array(
  z.object({ uid: uidSchema, name: z.string(), aliases: z.array(z.string()) }),
);
/** Without a uid: a new one. */
export const wantedTermsSchema = z
  .array(z.object({ uid: uidSchema.nullable(), ...termFields }))
  .max(200, '最多 200 项');
export type SeenTerm = z.infer<typeof seenTermsSchema>[number];
export type WantedTerm = z.infer<typeof wantedTermsSchema>[number];

import * as z from 'zod';

/*
 * Fields that many operations share, with their limits in words. The message is what the clerk reads
 * at the field.
 */
export const uidSchema = z.uuid('标识不正确');
export const daySchema = z.iso.date('日期应写成 2026-11-23 这样');

export function nameSchema(what: string, limit = 60) {
  return z
    .string()
    .trim()
    .min(1, `请填写${what}`)
    .max(limit, `${what}最多 ${limit} 个字`)
    .refine((text) => !hasControlCharacter(text), `${what}里不能有换行或控制字符`);
}

/** Optional text; line breaks are allowed. */
export function textSchema(what: string, limit: number) {
  return z.string().trim().max(limit, `${what}最多 ${limit} 个字`);
}

/** Characters of a password that encrypts files: backups outside the PC, data packs. */
export const filePassword = { least: 8, most: 200 } as const;

/** More than the longest list that an office has; what is larger is read as a file, off the carrier. */
const PASTE_LIMIT = 5_000_000;

/** A table as Excel and WPS put it on the clipboard. */
export const pastedSchema = z
  .string()
  .min(1, '没有粘贴到内容')
  .max(PASTE_LIMIT, '粘贴的内容太多，请存成 Excel 文件后导入');

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}

/**
 * An update says what the page saw and what it wants: where the stored value is neither, the core answers
 * `conflict` with the field's other value, never overwriting silently.
 */
export function patchSchema<Shape extends z.ZodRawShape>(shape: Shape) {
  const fields = z.object(shape).partial();
  return z.object({ uid: uidSchema, base: fields, set: fields });
}

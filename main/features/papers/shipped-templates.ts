import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { templateBlocks } from '#shared/rules/papers/template-text.ts';

/** A template as it lies in resources/templates: text lines instead of blocks, only what differs from its kind. */
const fileSchema = z.strictObject({
  key: z.string(),
  kind: z.string(),
  name: z.string(),
  source: z.string(),
  title: z.string(),
  addressee: z.string(),
  body: z.array(z.string()),
  attachments: z.array(z.strictObject({ title: z.string(), body: z.array(z.string()) })).optional(),
  attendance: z.array(z.strictObject({ label: z.string(), people: z.string() })).optional(),
  note: z.string().optional(),
  slip: z
    .strictObject({
      title: z.string(),
      rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    })
    .optional(),
  /** 上行文: the line 签发人 in the head. */
  upward: z.boolean().optional(),
  position: z.int(),
});

export interface ShippedTemplate {
  key: string;
  kind: string;
  name: string;
  source: string;
  content: Partial<Paper>;
}

const read = new Map<string, readonly ShippedTemplate[]>();

/** The templates that come with the program, in their order; read once. */
export function shippedTemplates(resourcesFolder: string): readonly ShippedTemplate[] {
  const known = read.get(resourcesFolder);
  if (known !== undefined) return known;
  const folder = join(resourcesFolder, 'templates');
  const templates = globSync('*.json', { cwd: folder })
    .map((file) => fileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    .toSorted((one, other) => one.position - other.position)
    .map(toTemplate);
  read.set(resourcesFolder, templates);
  return templates;
}

function toTemplate(file: z.infer<typeof fileSchema>): ShippedTemplate {
  const { key, kind, name, source, title, addressee, body, attachments, attendance, note, slip } = file;
  return {
    key,
    kind,
    name,
    source,
    content: {
      title,
      addressee,
      body: templateBlocks(body.join('\n')),
      ...(attachments && {
        attachments: attachments.map((each) => ({
          title: each.title,
          body: templateBlocks(each.body.join('\n')),
        })),
      }),
      ...(attendance && { attendance }),
      ...(note !== undefined && { note }),
      ...(slip && { slip }),
      ...(file.upward === true && {
        head: {
          ...blankPaper('standard').head,
          issuers: ['{发文机关}'],
          signers: ['{签发人}'],
        },
      }),
    },
  };
}

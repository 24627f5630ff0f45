import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';

/** A printed form as it lies in resources/forms: the rows of its table, with {名称} where the program writes. */
const fileSchema = z.strictObject({
  key: z.enum(['draftForm', 'handlingForm']),
  position: z.int(),
  name: z.string(),
  source: z.string(),
  title: z.string(),
  columns: z.array(z.number()),
  rows: z.array(
    z.array(
      z.strictObject({
        text: z.string(),
        align: z.enum(['left', 'center']),
        across: z.int(),
        height: z.number().optional(),
        top: z.literal(true).optional(),
      }),
    ),
  ),
});

export type FormKey = z.infer<typeof fileSchema>['key'];

export interface ShippedForm {
  key: FormKey;
  name: string;
  source: string;
  content: Paper;
}

const read = new Map<string, readonly ShippedForm[]>();

/** The printed forms that come with the program, in their order; read once. */
export function shippedForms(resourcesFolder: string): readonly ShippedForm[] {
  const known = read.get(resourcesFolder);
  if (known !== undefined) return known;
  const folder = join(resourcesFolder, 'forms');
  const forms = globSync('*.json', { cwd: folder })
    .map((file) => fileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    .toSorted((one, other) => one.position - other.position)
    .map(toForm);
  read.set(resourcesFolder, forms);
  return forms;
}

function toForm({ key, name, source, title, columns, rows }: z.infer<typeof fileSchema>): ShippedForm {
  const cells = rows.map((row) =>
    row.map(({ height, top, ...cell }) => ({
      ...cell,
      down: 1,
      ...(height !== undefined && { height }),
      ...(top !== undefined && { top }),
    })),
  );
  return { key, name, source, content: formPaper('{印发机关}', title, columns, cells) };
}

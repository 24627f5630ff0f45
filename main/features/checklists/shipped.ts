import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { NewChecklistRow } from '#shared/contract/checklists.ts';
import { plainItem, tidyItem } from '#shared/rules/checklists/model.ts';

const questionSchema = z.strictObject({
  text: z.string(),
  article: z.string().optional(),
  demand: z.string(),
  dueDays: z.int(),
  /** The element of GB 35181 that it meets; without it an ordinary hazard. */
  major: z.string().optional(),
});

/** A checklist as it lies in resources/checklists. */
const fileSchema = z.strictObject({
  key: z.string(),
  position: z.int(),
  title: z.string(),
  source: z.string(),
  sections: z.array(z.strictObject({ title: z.string(), questions: z.array(questionSchema) })),
});

interface Shipped {
  key: string;
  title: string;
  source: string;
  rows: NewChecklistRow[];
}

const read = new Map<string, readonly Shipped[]>();

/** The checklists that come with the program, in their order; read once. */
export function shippedChecklists(resourcesFolder: string): readonly Shipped[] {
  const known = read.get(resourcesFolder);
  if (known !== undefined) return known;
  const folder = join(resourcesFolder, 'checklists');
  const lists = globSync('*.json', { cwd: folder })
    .map((file) => fileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    .toSorted((one, other) => one.position - other.position)
    .map(({ key, title, source, sections }) => ({ key, title, source, rows: sections.flatMap(rowsOf) }));
  read.set(resourcesFolder, lists);
  return lists;
}

function rowsOf({ title, questions }: z.infer<typeof fileSchema>['sections'][number]): NewChecklistRow[] {
  return [
    { kind: 'section', level: 0, text: title, ...plainItem },
    ...questions.map(({ text, article = '', demand, dueDays, major }) => ({
      level: 1,
      ...tidyItem({
        kind: 'question',
        text,
        article,
        demand,
        dueDays,
        severity: major === undefined ? 'ordinary' : 'major',
        element: major ?? '',
      }),
    })),
  ];
}

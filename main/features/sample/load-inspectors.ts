import * as z from 'zod';
import { daySchema } from '#shared/contract/fields.ts';
import { inspectorRoles } from '#shared/rules/inspectors/model.ts';
import type { RunOperation } from './run-operation.ts';

const namesSchema = z.array(z.string());

export const inspectorsSchema = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      /** Short name of a member unit, or any other unit. */
      unit: z.string(),
      post: z.string(),
      roles: z.array(z.enum(inspectorRoles)),
      skills: namesSchema,
      /** A county, or empty. */
      home: z.string(),
      phone: z.string(),
    }),
  ),
  leave: z.array(
    z.object({ names: namesSchema, firstDay: daySchema, lastDay: daySchema, reason: z.string() }),
  ),
  left: z.object({ names: namesSchema, day: daySchema }),
  vehicles: z.array(z.object({ name: z.string(), unit: z.string(), seats: z.int() })),
});
export type SampleInspectors = z.infer<typeof inspectorsSchema>;

/** The pool of inspectors with its leave, and the vehicles. */
export async function loadInspectors(run: RunOperation, data: SampleInspectors): Promise<void> {
  const nodes = await run('organizations', 'tree', { day: null });
  const skills = await run('inspectors', 'skills', undefined);
  const unitOf = (text: string): { organizationUid: string | null; unit: string } => {
    const node = nodes.find(({ name, shortName }) => shortName === text || name === text);
    return node === undefined
      ? { organizationUid: null, unit: text }
      : { organizationUid: node.uid, unit: '' };
  };
  const { uids } = await run('inspectors', 'add', {
    items: data.people.map(({ name, unit, post, roles, skills: names, home, phone }) => ({
      name,
      ...unitOf(unit),
      homeCountyUid: nodes.find((node) => node.level === 'county' && node.name === home)?.uid ?? null,
      roles,
      skillUids: skills.filter((skill) => names.includes(skill.name)).map(({ uid }) => uid),
      post,
      phone,
      note: '',
    })),
  });
  const uidsOf = (names: readonly string[]): string[] =>
    uids.filter((_uid, place) => names.includes(data.people[place]?.name ?? ''));
  for (const { names, ...days } of data.leave)
    await run('inspectors', 'addLeave', { uids: uidsOf(names), ...days });
  await run('inspectors', 'leavePool', { uids: uidsOf(data.left.names), day: data.left.day });
  for (const { name, unit, seats } of data.vehicles)
    await run('inspectors', 'addVehicle', { name, seats, ...unitOf(unit), note: '' });
}

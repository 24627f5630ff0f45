import type { Client } from '#tests/support/core.ts';

/** Member units of the city by these names. @returns their uids */
export async function unitsOf(client: Client, names: readonly string[]): Promise<string[]> {
  const tree = await client.organizations.tree({ day: null });
  const [city] = tree;
  const known = new Map(tree.map(({ name, uid }) => [name, uid]));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) {
    await client.organizations.add({
      items: missing.map((name) => ({
        parentUid: city!.uid,
        level: 'memberUnit' as const,
        name,
        shortName: name,
        marks: [],
      })),
      from: null,
      document: '',
      afterUid: null,
    });
  }
  const all = new Map((await client.organizations.tree({ day: null })).map(({ name, uid }) => [name, uid]));
  return names.map((name) => all.get(name)!);
}

/** A task that was due on 2026-10-31. @returns its uid */
export async function overdueTask(
  client: Client,
  given: { title: string; leadUids: string[] },
): Promise<string> {
  const { uids } = await client.tasks.add({
    items: [
      {
        kind: 'resolution',
        content: '',
        assignedOn: '2026-09-01',
        startOn: null,
        dueOn: '2026-10-31',
        feedbackCycle: { kind: 'none' },
        sourceText: '市消安委2026年第三次全体会议纪要',
        supportingUids: [],
        each: false,
        keep: false,
        ...given,
      },
    ],
  });
  return uids[0]!;
}

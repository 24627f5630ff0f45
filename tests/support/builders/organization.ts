import type { Client } from '../core.ts';

/** A member unit of the office's city. */
export async function addOrganization(client: Client, name: string): Promise<void> {
  const [city] = await client.organizations.tree({ day: null });
  const unit = { level: 'memberUnit' as const, parentUid: city!.uid, name, shortName: '', marks: [] };
  await client.organizations.add({ items: [unit], from: null, document: '', afterUid: null });
}

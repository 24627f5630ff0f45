import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationByUid } from './queries.ts';

/** An organization is kept as a reference, since its name changes; any other unit as it is written. */
export function unitColumns(
  db: ReadStore,
  { organizationUid, unit }: { organizationUid: string | null; unit: string },
): { organization_id: number | null; unit: string } {
  if (organizationUid === null) return { organization_id: null, unit };
  const organization = db.get(organizationByUid, { uid: organizationUid });
  if (organization === undefined) throw new AppError('notFound', { what: '所选的单位' });
  return { organization_id: organization.id, unit: '' };
}

import type { ListedText } from '#shared/rules/notices/listed-fields.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { requireListed } from './rows.ts';

/** What the notices of a listed hazard say of it, and where they are addressed. */
export function listedText(
  db: ReadStore,
  uid: string,
  today: string,
): Omit<ListedText, 'basis' | 'listingNumber'> & { id: number; organizationId: number | null } {
  const row = requireListed(db, uid);
  return {
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    organizationName: organizationsOn(db, today).get(row.organization_id ?? 0)?.name ?? '',
    hazards: row.hazards,
    responsiblePerson: row.responsible_person,
    leader: row.leader,
    supervisingUnit: row.supervising_unit,
    listedOn: row.listed_on,
    dueOn: row.due_on,
    acceptedOn: row.accepted_on,
    acceptedBy: row.accepted_by,
    acceptance: row.acceptance,
  };
}

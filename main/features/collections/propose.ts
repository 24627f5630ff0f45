import type { ProposedHandOut, ProposedUnit } from '#shared/contract/collections.ts';
import type {
  CollectionDefinition,
  CollectionOrigin,
  GivenRow,
} from '#shared/rules/collections/definition.ts';
import { levelNames, type OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import type { LedgerScope } from '#main/core/fields/collected-ledger.ts';
import {
  type OrganizationOnDay,
  organizationsOfLevel,
  organizationsOn,
} from '#main/features/organizations/index.ts';
import { ledgerOf, type Sources } from './origins.ts';

/** Who is asked: villages report to their townships. */
const askedLevels: readonly OrganizationLevel[] = ['county', 'township', 'memberUnit'];

const noDefinition: CollectionDefinition = { columns: [], rows: 'free', blankRows: 30 };

/** A unit that could be handed something, as it is called today. */
export interface Candidate {
  organization: OrganizationOnDay;
  /** With its county where it stands in one: its name alone can be that of several. */
  name: string;
  rows: GivenRow[];
}

/** Everybody who has something to fill in, higher levels first, each in protocol order. */
export function candidatesOf(
  origin: CollectionOrigin,
  sources: Sources,
  scope: LedgerScope,
): { definition: CollectionDefinition; candidates: Candidate[] } {
  const organizations = organizationsOn(scope.db, scope.today);
  const ledger = ledgerOf(origin, sources);
  const definition = ledger?.definition(scope) ?? noDefinition;
  const rows = ledger?.rowsOf(scope) ?? new Map<string, GivenRow[]>();
  const candidates = askedLevels
    .flatMap((level) => organizationsOfLevel(organizations, level))
    .filter(({ uid }) => ledger === null || rows.has(uid))
    .map((organization) => ({
      organization,
      name: fullName(organization, organizations),
      rows: rows.get(organization.uid) ?? [],
    }));
  return { definition, candidates };
}

export function proposeHandOut(
  origin: CollectionOrigin,
  sources: Sources,
  scope: LedgerScope,
): ProposedHandOut {
  const { definition, candidates } = candidatesOf(origin, sources, scope);
  const ledger = ledgerOf(origin, sources);
  // A table of the clerk's own could be for anybody.
  const isUsual = ledger?.usuallyAsks ?? (() => ledger !== null);
  const units = candidates.map(
    ({ organization, name, rows }): ProposedUnit => ({
      organizationUid: organization.uid,
      name,
      levelName: levelNames[organization.level],
      givenRows: rows.length,
      isUsual: isUsual({ level: organization.level, givenRows: rows.length }),
    }),
  );
  return { definition, units };
}

function fullName(
  { level, name, parentId }: OrganizationOnDay,
  organizations: ReadonlyMap<number, OrganizationOnDay>,
): string {
  const parent = organizations.get(parentId ?? 0);
  const isOfCounty = level === 'township' && parent?.level === 'county';
  return isOfCounty && !name.startsWith(parent.name) ? `${parent.name}${name}` : name;
}

export const organizationLevels = ['city', 'county', 'township', 'village', 'memberUnit'] as const;
export type OrganizationLevel = (typeof organizationLevels)[number];

export const levelNames: Readonly<Record<OrganizationLevel, string>> = {
  city: '市',
  county: '县(市、区)',
  township: '乡镇(街道)',
  village: '村(社区)',
  memberUnit: '成员单位',
};

/**
 * What an organization may stand under, the usual one first. A city without counties (东莞) has its townships
 * directly below it; a development zone may hold villages without a township between. Every level stands
 * only under a higher one, so that no chain of parents can close into a circle.
 */
const parentLevels: Readonly<Record<OrganizationLevel, readonly OrganizationLevel[]>> = {
  city: [],
  county: ['city'],
  township: ['county', 'city'],
  village: ['township', 'county'],
  memberUnit: ['city', 'county'],
};

export function mayStandUnder(level: OrganizationLevel, parent: OrganizationLevel): boolean {
  return parentLevels[level].includes(parent);
}

/** Levels that may be added below one of the given level, the usual one first. */
export function childLevels(parent: OrganizationLevel): OrganizationLevel[] {
  return organizationLevels
    .filter((level) => mayStandUnder(level, parent))
    .toSorted((one, other) => parentLevels[one].indexOf(parent) - parentLevels[other].indexOf(parent));
}

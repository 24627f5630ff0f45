/** What a kind means to the program: 重点单位, 人员密集场所, 易燃易爆单位, 高层建筑; sweeps are counted by these. */
export const siteKindRoles = ['key', 'crowded', 'flammable', 'highRise', 'other'] as const;
export type SiteKindRole = (typeof siteKindRoles)[number];

/** Whether it is off the ledger on that day. */
export function isClosed({ closedOn }: { closedOn: string | null }, day: string): boolean {
  return closedOn !== null && closedOn <= day;
}

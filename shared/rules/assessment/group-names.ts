import type { AppliesTo } from '../../contract/schemes.ts';

/** What a group is called unless the clerk calls it something else. */
export const groupNames: Readonly<Record<AppliesTo, string>> = {
  county: '县(市、区)',
  memberUnit: '成员单位',
  township: '乡镇(街道)',
  village: '村(社区)',
};

/** Most objects of one group. */
export const LARGEST_GROUP = 1_500;

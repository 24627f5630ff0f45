import type { ManualPlace } from './place.ts';

/** What of the manual is read where no page of the workbench is open. */
export const helpAtDoors = {
  firstStart: { id: 'start', heading: '第一次打开' },
  password: { id: 'faq', heading: '密码' },
  faults: { id: 'faq', heading: '打开程序' },
} as const satisfies Record<string, ManualPlace>;

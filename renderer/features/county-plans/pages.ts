import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const countyPlanPages: readonly PageEntry[] = [
  {
    path: '/plans/:planUid/reported/:uid',
    title: '核对实施方案',
    page: lazyPage(
      () => import('./county-plan-page.tsx'),
      (file) => file.CountyPlanPage,
    ),
    right: 'view',
    parent: '/plans',
  },
];

import ProjectOutlined from '@ant-design/icons/ProjectOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const planPages: readonly PageEntry[] = [
  {
    path: '/plans',
    title: '实施方案',
    page: lazyPage(
      () => import('./plans-page.tsx'),
      (file) => file.PlansPage,
    ),
    right: 'view',
    navigation: { icon: ProjectOutlined },
    keywords: 'ssfa shishi fangan rwfj renwufenjie gtt gante jindu',
  },
  {
    path: '/plans/:uid/:view?',
    title: '实施方案',
    page: lazyPage(
      () => import('./plan-page.tsx'),
      (file) => file.PlanPage,
    ),
    right: 'view',
    parent: '/plans',
  },
];

import AuditOutlined from '@ant-design/icons/AuditOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const assessmentPages: readonly PageEntry[] = [
  {
    path: '/assessment',
    title: '考核',
    page: lazyPage(
      () => import('./list/periods-page.tsx'),
      (file) => file.PeriodsPage,
    ),
    right: 'view',
    navigation: { icon: AuditOutlined },
    keywords: 'kh kaohe khq pingfen pf kaoping',
    homeCard: lazyPage(
      () => import('./assessment-card.tsx'),
      (file) => file.AssessmentCard,
    ),
  },
  {
    path: '/assessment/:uid',
    title: '考核期',
    page: lazyPage(
      () => import('./period/period-page.tsx'),
      (file) => file.PeriodPage,
    ),
    right: 'view',
    parent: '/assessment',
  },
  {
    path: '/export-forms/:kind?',
    title: '导出格式',
    page: lazyPage(
      () => import('./forms/forms-page.tsx'),
      (file) => file.FormsPage,
    ),
    right: 'export',
    parent: '/assessment',
    keywords: 'dcgs daochugeshi',
  },
];

import ProfileOutlined from '@ant-design/icons/ProfileOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const schemePages: readonly PageEntry[] = [
  {
    path: '/schemes',
    title: '考核方案',
    page: lazyPage(
      () => import('./list/schemes-page.tsx'),
      (file) => file.SchemesPage,
    ),
    right: 'view',
    navigation: { icon: ProfileOutlined },
    keywords: 'fa khfa fangan kaohefangan zhibiao zb pfbz',
  },
  {
    path: '/schemes/:uid/:indicatorUid?',
    title: '方案',
    page: lazyPage(
      () => import('./editor/scheme-page.tsx'),
      (file) => file.SchemePage,
    ),
    right: 'view',
    parent: '/schemes',
  },
];

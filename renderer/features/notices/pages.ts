import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const noticePages: readonly PageEntry[] = [
  {
    path: '/notices/:uid?',
    title: '督办通知',
    staysOpen: true,
    page: lazyPage(
      () => import('./notices-page.tsx'),
      (file) => file.NoticesPage,
    ),
    right: 'view',
    navigation: { icon: NotificationOutlined },
    keywords: 'dbtz dbh duban tishi yuetan hz huizhi',
    homeCard: lazyPage(
      () => import('./notices-card.tsx'),
      (file) => file.NoticesCard,
    ),
  },
  {
    path: '/notices/from/:taskUids',
    title: '发督办通知',
    page: lazyPage(
      () => import('./notices-page.tsx'),
      (file) => file.NoticesPage,
    ),
    right: 'editPapers',
    parent: '/notices/:uid?',
  },
];

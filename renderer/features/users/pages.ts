import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const userPages: readonly PageEntry[] = [
  {
    path: '/settings/users',
    title: '用户',
    page: lazyPage(
      () => import('./users-page.tsx'),
      (file) => file.UsersPage,
    ),
    right: 'manageUsers',
    navigation: { icon: TeamOutlined, section: '设置' },
    keywords: 'yh yonghu mima mm quanxian',
    homeCard: lazyPage(
      () => import('./users-card.tsx'),
      (file) => file.UsersCard,
    ),
  },
];

import SafetyOutlined from '@ant-design/icons/SafetyOutlined';
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
    right: 'seeUsers',
    navigation: { icon: TeamOutlined, section: '设置' },
    keywords: 'yh yonghu mima mm quanxian',
    homeCard: lazyPage(
      () => import('./users-card.tsx'),
      (file) => file.UsersCard,
    ),
  },
  {
    path: '/settings/security',
    title: '密码和锁定',
    page: lazyPage(
      () => import('./security-page.tsx'),
      (file) => file.SecurityPage,
    ),
    right: 'manageSecurity',
    navigation: { icon: SafetyOutlined, section: '设置' },
    keywords: 'mmhsd mima suoding aq anquan sanyuan sy koulin suoping',
  },
];

import ProfileOutlined from '@ant-design/icons/ProfileOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const townshipProfilePages: readonly PageEntry[] = [
  {
    path: '/township-profiles/:uid?',
    title: '乡镇概况',
    staysOpen: true,
    page: lazyPage(
      () => import('./township-profile-page.tsx'),
      (file) => file.TownshipProfilePage,
    ),
    right: 'view',
    navigation: { icon: ProfileOutlined, section: '基层力量' },
    keywords: 'xzgk xiangzhen jiedao gaikuang yiyezhi',
  },
];

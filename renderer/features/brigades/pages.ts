import CarOutlined from '@ant-design/icons/CarOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const brigadePages: readonly PageEntry[] = [
  {
    path: '/brigades/:organizationUid?',
    title: '专职消防队',
    staysOpen: true,
    page: lazyPage(
      () => import('./brigades-page.tsx'),
      (file) => file.BrigadesPage,
    ),
    right: 'view',
    navigation: { icon: CarOutlined, section: '基层力量' },
    keywords: 'zzxfd zhuanzhi xiaofangdui zhongdianzhen',
  },
];

import SafetyOutlined from '@ant-design/icons/SafetyOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const backupPages: readonly PageEntry[] = [
  {
    path: '/settings/backups',
    title: '备份',
    page: lazyPage(
      () => import('./backups-page.tsx'),
      (file) => file.BackupsPage,
    ),
    right: 'manageOffice',
    navigation: { icon: SafetyOutlined, section: '设置' },
    keywords: 'bf beifen hf huifu huanyuan upan yanlian',
    homeCard: lazyPage(
      () => import('./backups-card.tsx'),
      (file) => file.BackupsCard,
    ),
  },
];

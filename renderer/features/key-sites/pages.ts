import SafetyOutlined from '@ant-design/icons/SafetyOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const keySitePages: readonly PageEntry[] = [
  {
    path: '/key-sites/:uid?',
    title: '重点单位',
    page: lazyPage(
      () => import('./key-sites-page.tsx'),
      (file) => file.KeySitesPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: SafetyOutlined, section: '督查检查' },
    keywords: 'zddw zhongdiandanwei taizhang tz rymj yryb gcjz changsuo gaoceng dcjc',
  },
];

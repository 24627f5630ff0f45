import WarningOutlined from '@ant-design/icons/WarningOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const listedSupervisionPages: readonly PageEntry[] = [
  {
    path: '/listed-supervision/:uid?',
    title: '挂牌督办',
    page: lazyPage(
      () => import('./listed-page.tsx'),
      (file) => file.ListedPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: WarningOutlined },
    keywords: 'gpdb guapai zhaipai yinhuan',
  },
];

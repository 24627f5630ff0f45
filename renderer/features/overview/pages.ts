import FundOutlined from '@ant-design/icons/FundOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const overviewPages: readonly PageEntry[] = [
  {
    path: '/overview/:countyUid?',
    title: '总览',
    page: lazyPage(
      () => import('./overview-page.tsx'),
      (file) => file.OverviewPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: FundOutlined },
    keywords: 'zl zonglan yiping yiyezhi taishi shouye',
  },
];

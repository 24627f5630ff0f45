import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const manualPages: readonly PageEntry[] = [
  {
    path: '/manual/:id?/:heading?',
    title: '使用手册',
    page: lazyPage(
      () => import('./manual-page.tsx'),
      (file) => file.ManualPage,
    ),
    right: 'signedIn',
    staysOpen: true,
    navigation: { icon: QuestionCircleOutlined },
    keywords: 'sysc shiyong shouce bz bangzhu sm shuoming',
  },
];

import HomeOutlined from '@ant-design/icons/HomeOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const homePages: readonly PageEntry[] = [
  {
    path: '/',
    title: '首页',
    page: lazyPage(
      () => import('./home-page.tsx'),
      (file) => file.HomePage,
    ),
    right: 'view',
    navigation: { icon: HomeOutlined },
    keywords: 'sy shouye',
  },
];

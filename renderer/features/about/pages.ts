import InfoCircleOutlined from '@ant-design/icons/InfoCircleOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const aboutPages: readonly PageEntry[] = [
  {
    path: '/settings/about',
    title: '关于',
    page: lazyPage(
      () => import('./about-page.tsx'),
      (file) => file.AboutPage,
    ),
    right: 'signedIn',
    navigation: { icon: InfoCircleOutlined, section: '设置' },
    keywords: 'gy guanyu bb banben xkz xukezheng zdxx zhenduanxinxi guzhang',
  },
];

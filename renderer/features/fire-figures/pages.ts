import FireOutlined from '@ant-design/icons/FireOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const fireFigurePages: readonly PageEntry[] = [
  {
    path: '/fire-figures/:month?',
    title: '火灾数据',
    staysOpen: true,
    page: lazyPage(
      () => import('./fire-figures-page.tsx'),
      (file) => file.FireFiguresPage,
    ),
    right: 'view',
    navigation: { icon: FireOutlined, section: '火灾统计' },
    keywords: 'hzsj huozai qishu siwang sunshi tongbi',
  },
];

import AlertOutlined from '@ant-design/icons/AlertOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const findingPages: readonly PageEntry[] = [
  {
    path: '/findings/results',
    title: '问题统计',
    page: lazyPage(
      () => import('./results/results-page.tsx'),
      (file) => file.ResultsPage,
    ),
    right: 'view',
    parent: '/findings/:uid?',
    keywords: 'wttj wenti tongji zhenggailv zgl yinhuan fenlei',
  },
  {
    path: '/findings/:uid?',
    title: '问题隐患',
    page: lazyPage(
      () => import('./findings-page.tsx'),
      (file) => file.FindingsPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: AlertOutlined, section: '督查检查' },
    keywords: 'wtyh wenti yinhuan zhenggai fucha xiaohao wtqd zgtz zhongda dcjc',
  },
];

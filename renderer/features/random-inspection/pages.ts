import ExperimentOutlined from '@ant-design/icons/ExperimentOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const randomInspectionPages: readonly PageEntry[] = [
  {
    path: '/random-inspection/:part?/:uid?',
    title: '双随机抽查',
    staysOpen: true,
    page: lazyPage(
      () => import('./random-page.tsx'),
      (file) => file.RandomPage,
    ),
    right: 'view',
    navigation: { icon: ExperimentOutlined, section: '监管执法' },
    keywords: 'ssjcc ssj shuangsuiji suiji choucha yigongkai gongshi mingluku ydgk',
  },
];

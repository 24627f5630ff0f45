import FormOutlined from '@ant-design/icons/FormOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const visitPages: readonly PageEntry[] = [
  {
    path: '/visits/of/:campaignUid?',
    title: '检查记录',
    page: lazyPage(
      () => import('./visits-page.tsx'),
      (file) => file.VisitsPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: FormOutlined, section: '督查检查' },
    keywords: 'jcjl jiancha jilu dcjl ducha xianchang zhaopian dengji tongji',
  },
  {
    path: '/visits/:targetUid',
    title: '检查记录',
    page: lazyPage(
      () => import('./record-page.tsx'),
      (file) => file.RecordPage,
    ),
    right: 'view',
    parent: '/visits/of/:campaignUid?',
  },
];

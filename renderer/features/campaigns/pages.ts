import CompassOutlined from '@ant-design/icons/CompassOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const campaignPages: readonly PageEntry[] = [
  {
    path: '/campaigns',
    title: '专项督查',
    page: lazyPage(
      () => import('./campaigns-page.tsx'),
      (file) => file.CampaignsPage,
    ),
    right: 'view',
    navigation: { icon: CompassOutlined, section: '督查检查' },
    keywords: 'zxdc zhuanxiang ducha xingdong dcjc anfang mingcha chouqu chouyang duixiang',
  },
  {
    path: '/campaigns/:uid/:part?',
    title: '专项督查',
    page: lazyPage(
      () => import('./campaign-page.tsx'),
      (file) => file.CampaignPage,
    ),
    right: 'view',
    staysOpen: true,
    parent: '/campaigns',
  },
];

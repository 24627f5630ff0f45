import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const rosterPages: readonly PageEntry[] = [
  {
    path: '/rosters/:uid?/:personUid?',
    title: '名册',
    page: lazyPage(
      () => import('./list/rosters-page.tsx'),
      (file) => file.RostersPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: TeamOutlined },
    keywords: 'mc mingce zxaw chengyuan lianluoyuan tongxunlu txl renyuan',
    homeCard: lazyPage(
      () => import('./rosters-card.tsx'),
      (file) => file.RostersCard,
    ),
  },
  {
    path: '/roster-changes/:uid',
    title: '名册调整',
    page: lazyPage(
      () => import('./change/change-page.tsx'),
      (file) => file.ChangePage,
    ),
    right: 'view',
    parent: '/rosters/:uid?/:personUid?',
  },
];

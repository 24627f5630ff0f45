import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const meetingPages: readonly PageEntry[] = [
  {
    path: '/meetings',
    title: '会议纪要',
    page: lazyPage(
      () => import('./list/meetings-page.tsx'),
      (file) => file.MeetingsPage,
    ),
    right: 'view',
    navigation: { icon: TeamOutlined },
    keywords: 'hy hyjy huiyi jiyao qd qiandao',
    homeCard: lazyPage(
      () => import('./meetings-card.tsx'),
      (file) => file.MeetingsCard,
    ),
  },
  {
    path: '/meetings/:uid',
    title: '会议',
    page: lazyPage(
      () => import('./meeting/meeting-page.tsx'),
      (file) => file.MeetingPage,
    ),
    right: 'view',
    parent: '/meetings',
  },
];

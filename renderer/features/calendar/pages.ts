import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const calendarPages: readonly PageEntry[] = [
  {
    path: '/calendar/:day?',
    title: '日历',
    page: lazyPage(
      () => import('./calendar-page.tsx'),
      (file) => file.CalendarPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: CalendarOutlined },
    keywords: 'rl rili richeng rc daoqi jieri fangjia',
    homeCard: lazyPage(
      () => import('./calendar-card.tsx'),
      (file) => file.CalendarCard,
    ),
  },
];

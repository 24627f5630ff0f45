import HistoryOutlined from '@ant-design/icons/HistoryOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const historyPages: readonly PageEntry[] = [
  {
    path: '/settings/history',
    title: '操作日志',
    page: lazyPage(
      () => import('./history-page.tsx'),
      (file) => file.HistoryPage,
    ),
    right: 'audit',
    navigation: { icon: HistoryOutlined, section: '设置' },
    keywords: 'czrz caozuorizhi rizhi lishi',
  },
];

import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const reportPages: readonly PageEntry[] = [
  {
    path: '/reports',
    title: '统计报表',
    page: lazyPage(
      () => import('./reports-page.tsx'),
      (file) => file.ReportsPage,
    ),
    right: 'view',
    navigation: { icon: BarChartOutlined },
    keywords: 'tjbb tongjibaobiao bb baobiao yb yuebao jb jibao tb tongbi sb shangbao tj tongji',
  },
  {
    path: '/reports/:uid',
    title: '统计报表',
    page: lazyPage(
      () => import('./report/report-page.tsx'),
      (file) => file.ReportPage,
    ),
    right: 'view',
    parent: '/reports',
  },
  {
    path: '/report-sets',
    title: '上报登记',
    page: lazyPage(
      () => import('./sets/sets-page.tsx'),
      (file) => file.ReportSetsPage,
    ),
    right: 'view',
    parent: '/reports',
    keywords: 'sbdj shangbaodengji bs baosong tjbb',
  },
  {
    path: '/report-sets/:uid',
    title: '上报的报表',
    page: lazyPage(
      () => import('./sets/set-page.tsx'),
      (file) => file.ReportSetPage,
    ),
    right: 'view',
    parent: '/report-sets',
  },
];

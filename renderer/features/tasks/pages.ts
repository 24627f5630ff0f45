import CarryOutOutlined from '@ant-design/icons/CarryOutOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const taskPages: readonly PageEntry[] = [
  {
    // With both: the text is that of a received paper's attachment.
    path: '/tasks/from-text/:receivedUid?/:attachmentUid?',
    title: '从文字生成任务',
    page: lazyPage(
      () => import('./from-text-page.tsx'),
      (file) => file.FromTextPage,
    ),
    right: 'editTasks',
    parent: '/tasks/:uid?',
    keywords: 'cwz jianghua fangan fenjie rwfj renwufenjie',
  },
  {
    path: '/tasks/report',
    title: '督办通报',
    page: lazyPage(
      () => import('./report-page.tsx'),
      (file) => file.ReportPage,
    ),
    right: 'view',
    parent: '/tasks/:uid?',
    keywords: 'dbtb tb tongbao bytb yuedu tongji wancheng',
  },
  {
    path: '/tasks/:uid?',
    title: '督办任务',
    page: lazyPage(
      () => import('./tasks-page.tsx'),
      (file) => file.TasksPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: CarryOutOutlined },
    keywords: 'db dbrw duban renwu cuiban yidingshixiang ydsx pishi',
    homeCard: lazyPage(
      () => import('./task-card.tsx'),
      (file) => file.TaskCard,
    ),
  },
];

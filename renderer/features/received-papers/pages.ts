import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const receivedPaperPages: readonly PageEntry[] = [
  {
    path: '/received-papers/:uid?',
    title: '收文',
    page: lazyPage(
      () => import('./received-papers-page.tsx'),
      (file) => file.ReceivedPapersPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: InboxOutlined, section: '公文' },
    keywords: 'sw shouwen laiwen pishi niban chuanyue djb',
  },
];

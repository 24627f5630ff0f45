import BookOutlined from '@ant-design/icons/BookOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const libraryPages: readonly PageEntry[] = [
  {
    path: '/library/:uid?/:clauseUid?',
    title: '文件库',
    staysOpen: true,
    page: lazyPage(
      () => import('./library-page.tsx'),
      (file) => file.LibraryPage,
    ),
    right: 'view',
    navigation: { icon: BookOutlined, section: '公文' },
    keywords: 'wjk wenjianku fagui fg biaozhun bz tiaowen tw zhengce zc falv yiju',
  },
];

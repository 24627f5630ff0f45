import SwapOutlined from '@ant-design/icons/SwapOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const collectionPages: readonly PageEntry[] = [
  {
    path: '/collections',
    title: '下发收集',
    page: lazyPage(
      () => import('./collections-page.tsx'),
      (file) => file.CollectionsPage,
    ),
    right: 'view',
    navigation: { icon: SwapOutlined },
    keywords: 'xfsj xiafashouji xf xiafa sj shouji hz huizong tb tianbao cuibao',
  },
  {
    path: '/collections/:uid',
    title: '下发收集',
    page: lazyPage(
      () => import('./board/board-page.tsx'),
      (file) => file.BoardPage,
    ),
    right: 'view',
    parent: '/collections',
  },
];

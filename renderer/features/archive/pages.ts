import ContainerOutlined from '@ant-design/icons/ContainerOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const archivePages: readonly PageEntry[] = [
  {
    path: '/archive',
    title: '年度归档',
    page: lazyPage(
      () => import('./archive-page.tsx'),
      (file) => file.ArchivePage,
    ),
    right: 'export',
    navigation: { icon: ContainerOutlined },
    keywords: 'ndgd niandu guidang dangan da hd hedui gd',
  },
];

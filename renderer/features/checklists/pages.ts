import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const checklistPages: readonly PageEntry[] = [
  {
    path: '/checklists',
    title: '检查清单',
    page: lazyPage(
      () => import('./checklists-page.tsx'),
      (file) => file.ChecklistsPage,
    ),
    right: 'view',
    navigation: { icon: UnorderedListOutlined, section: '督查检查' },
    keywords: 'jcqd jianchaqingdan jcb jianchabiao jcjl jiancha jilu wenti dcjc',
  },
  {
    path: '/checklists/:uid',
    title: '检查清单',
    page: lazyPage(
      () => import('./editor/checklist-page.tsx'),
      (file) => file.ChecklistPage,
    ),
    right: 'view',
    parent: '/checklists',
  },
];

import TableOutlined from '@ant-design/icons/TableOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const foreignFormPages: readonly PageEntry[] = [
  {
    path: '/foreign-forms',
    title: '上级表格',
    page: lazyPage(
      () => import('./forms-page.tsx'),
      (file) => file.ForeignFormsPage,
    ),
    right: 'export',
    navigation: { icon: TableOutlined },
    keywords: 'sjbg shangjibiaoge tb tianbao bb baobiao sb shangbao txbg',
  },
  {
    path: '/foreign-forms/:uid',
    title: '上级表格',
    page: lazyPage(
      () => import('./form-page.tsx'),
      (file) => file.ForeignFormPage,
    ),
    right: 'export',
    parent: '/foreign-forms',
  },
];

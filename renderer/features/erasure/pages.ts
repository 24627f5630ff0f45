import UserDeleteOutlined from '@ant-design/icons/UserDeleteOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const erasurePages: readonly PageEntry[] = [
  {
    path: '/settings/erasure',
    title: '清除个人信息',
    page: lazyPage(
      () => import('./erasure-page.tsx'),
      (file) => file.ErasurePage,
    ),
    right: 'audit',
    navigation: { icon: UserDeleteOutlined, section: '设置' },
    keywords: 'qcgrxx qingchu gerenxinxi grxx yinsi ys shanchu sc mingxi qingli',
  },
];

import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const organizationPages: readonly PageEntry[] = [
  {
    path: '/organizations/:uid?',
    title: '机构',
    page: lazyPage(
      () => import('./organizations-page.tsx'),
      (file) => file.OrganizationsPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: ApartmentOutlined },
    keywords: 'jg jigou chengyuandanwei cydw xianqu xiangzhen zuzhi',
  },
];

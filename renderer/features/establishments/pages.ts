import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const establishmentPages: readonly PageEntry[] = [
  {
    path: '/establishments/:kindUid?/:organizationUid?',
    title: '基层机构',
    staysOpen: true,
    page: lazyPage(
      () => import('./establishments-page.tsx'),
      (file) => file.EstablishmentsPage,
    ),
    right: 'view',
    navigation: { icon: ApartmentOutlined, section: '基层力量' },
    keywords: 'jcjg jiceng guapai gongzuozhan xiaofangsuo',
  },
];

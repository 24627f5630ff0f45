import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const officePages: readonly PageEntry[] = [
  {
    path: '/settings/office',
    title: '办公室',
    page: lazyPage(
      () => import('./office-page.tsx'),
      (file) => file.OfficePage,
    ),
    right: 'signedIn',
    navigation: { icon: SettingOutlined, section: '设置' },
    keywords: 'bgs bangongshi sz shezhi daochu',
  },
];

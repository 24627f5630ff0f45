import ReconciliationOutlined from '@ant-design/icons/ReconciliationOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const shortfallPages: readonly PageEntry[] = [
  {
    path: '/shortfalls/:itemUid?/:organizationUid?',
    title: '设施欠账',
    staysOpen: true,
    page: lazyPage(
      () => import('./shortfalls-page.tsx'),
      (file) => file.ShortfallsPage,
    ),
    right: 'view',
    navigation: { icon: ReconciliationOutlined, section: '消防设施' },
    keywords: 'ssqz qianzhang yingjian xianyou sannian jihua',
  },
];

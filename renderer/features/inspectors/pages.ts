import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const inspectorPages: readonly PageEntry[] = [
  {
    path: '/inspectors/:uid?',
    title: '督查人员',
    page: lazyPage(
      () => import('./inspectors-page.tsx'),
      (file) => file.InspectorsPage,
    ),
    right: 'view',
    staysOpen: true,
    navigation: { icon: IdcardOutlined, section: '督查检查' },
    keywords: 'dcry ducharenyuan dczz zuzhang zhuanjia cheliang cl qingjia qj huibi zhuanchang dcjc',
  },
];

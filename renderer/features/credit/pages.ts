import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const creditPages: readonly PageEntry[] = [
  {
    path: '/credit/:uid?',
    title: '信用监管',
    staysOpen: true,
    page: lazyPage(
      () => import('./credit-page.tsx'),
      (file) => file.CreditPage,
    ),
    right: 'view',
    navigation: { icon: SafetyCertificateOutlined, section: '监管执法' },
    keywords: 'xyjg xinyong shixin shouxin hongmingdan heimingdan hmd xiufu',
  },
];

import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const paperPages: readonly PageEntry[] = [
  {
    path: '/papers',
    title: '发文',
    page: lazyPage(
      () => import('./list/papers-page.tsx'),
      (file) => file.PapersPage,
    ),
    right: 'view',
    navigation: { icon: FileTextOutlined, section: '公文' },
    keywords: 'fw gw gongwen fawen tongzhi han nigao qianfa yinfa djb dengjibu wenhao',
    homeCard: lazyPage(
      () => import('./papers-card.tsx'),
      (file) => file.PapersCard,
    ),
  },
  {
    path: '/papers/:uid',
    title: '公文',
    page: lazyPage(
      () => import('./editor/paper-page.tsx'),
      (file) => file.PaperPage,
    ),
    right: 'view',
    parent: '/papers',
  },
];

export const paperSetupPages: readonly PageEntry[] = [
  {
    path: '/paper-templates',
    title: '公文模板',
    page: lazyPage(
      () => import('./templates/templates-page.tsx'),
      (file) => file.TemplatesPage,
    ),
    right: 'view',
    navigation: { icon: FileTextOutlined, section: '公文' },
    keywords: 'mb gwmb muban moban',
  },
  {
    path: '/paper-templates/:key',
    title: '模板',
    page: lazyPage(
      () => import('./templates/template-page.tsx'),
      (file) => file.TemplatePage,
    ),
    right: 'view',
    parent: '/paper-templates',
  },
  {
    path: '/paper-setup',
    title: '文号与文种',
    page: lazyPage(
      () => import('./setup/setup-page.tsx'),
      (file) => file.PaperSetupPage,
    ),
    right: 'view',
    navigation: { icon: FileTextOutlined, section: '公文' },
    keywords: 'wh wz wenhao wenzhong jgdz jiguandaizi gwsz',
  },
];

import SwapOutlined from '@ant-design/icons/SwapOutlined';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';

export const exchangePages: readonly PageEntry[] = [
  {
    path: '/settings/exchange',
    title: '数据交换',
    page: lazyPage(
      () => import('./exchange-page.tsx'),
      (file) => file.ExchangePage,
    ),
    right: 'exchange',
    navigation: { icon: SwapOutlined, section: '设置' },
    keywords: 'sjjh shujubao sjb daochu daoru hebing quanbu jiaohuan',
  },
];

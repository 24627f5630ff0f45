import { lazy } from 'react';
import { describe, expect, it } from 'vitest';
import { hrefOf, type PageEntry } from '#renderer/app/page-entry.ts';
import { findPages } from '#renderer/app/palette/find-pages.ts';

const page = lazy(() => Promise.resolve({ default: () => null }));
const icon = () => null;
const pages: readonly PageEntry[] = [
  { path: '/', title: '首页', page, right: 'view', keywords: 'sy shouye' },
  {
    path: '/settings/users',
    title: '用户',
    page,
    right: 'view',
    keywords: 'yh yonghu',
    navigation: { icon, section: '设置' },
  },
  { path: '/organizations/:uid?', title: '机构', page, right: 'view', keywords: 'jg' },
  { path: '/periods/:uid', title: '周期', page, right: 'view' },
];

function titles(text: string): string[] {
  return findPages(pages, text).map(({ title }) => title);
}

describe('pages in the search', () => {
  it('are found by a piece of the title, by pinyin initials and by their section', () => {
    expect(titles('户')).toEqual(['用户']);
    expect(titles('YH')).toEqual(['用户']);
    expect(titles('设置')).toEqual(['用户']);
    expect(titles('y')).toEqual(['用户']);
    expect(titles('zzz')).toEqual([]);
  });

  it('are all offered for an empty text, but for those that need something chosen first', () => {
    expect(titles('')).toEqual(['首页', '用户', '机构']);
  });

  it('are reached without their optional parameters', () => {
    expect(pages.map(hrefOf)).toEqual(['/', '/settings/users', '/organizations', '/periods']);
  });
});

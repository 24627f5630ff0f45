import { Menu, type MenuProps } from 'antd';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { hrefOf, type PageEntry } from '../page-entry.ts';
import { trailOf, useCurrentPage, useVisiblePages } from './current-page.ts';
import styles from './shell.module.css';

type Item = NonNullable<MenuProps['items']>[number];

/** The left navigation, as the registry has it. */
export function Navigation({ collapsed }: { collapsed: boolean }) {
  const [, navigate] = useLocation();
  const visible = useVisiblePages();
  const current = useCurrentPage();
  const selected =
    current === null ? undefined : trailOf(current).findLast((page) => page.navigation !== undefined);
  // The same ones for each page: antd draws every entry anew for others.
  const items = useMemo(() => itemsOf(visible), [visible]);
  const sections = [...new Set(visible.flatMap((page) => page.navigation?.section ?? []))];

  return (
    <nav aria-label="主导航" className={styles.navigation}>
      <Menu
        mode="inline"
        inlineCollapsed={collapsed}
        inlineIndent={16}
        items={items}
        selectedKeys={selected === undefined ? [] : [hrefOf(selected)]}
        defaultOpenKeys={collapsed ? [] : sections}
        onClick={({ key }) => navigate(key)}
      />
    </nav>
  );
}

function itemsOf(visible: readonly PageEntry[]): Item[] {
  const items: Item[] = [];
  const opened = new Set<string>();
  for (const page of visible) {
    if (page.navigation === undefined) continue;
    const { icon: Icon, section } = page.navigation;
    if (section === undefined) {
      items.push({ key: hrefOf(page), label: page.title, icon: <Icon aria-hidden /> });
    } else if (!opened.has(section)) {
      opened.add(section);
      items.push({
        key: section,
        label: section,
        icon: <Icon aria-hidden />,
        children: membersOf(section, visible),
      });
    }
  }
  return items;
}

function membersOf(section: string, visible: readonly PageEntry[]): { key: string; label: string }[] {
  return visible
    .filter((page) => page.navigation?.section === section)
    .map((page) => ({ key: hrefOf(page), label: page.title }));
}

import MenuFoldOutlined from '@ant-design/icons/MenuFoldOutlined';
import MenuUnfoldOutlined from '@ant-design/icons/MenuUnfoldOutlined';
import { Button, Tooltip } from 'antd';
import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useHandedPacks } from '../../features/exchange/handed-pack.ts';
import { HelpButton } from '../../features/manual/index.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { useRemembered, yesOrNo } from '../../ui/remembered.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useNotedPrints } from './note-prints.ts';
import { SavingIndicator } from '../operations/saving-indicator.tsx';
import { SearchButton } from '../palette/search-button.tsx';
import { useRight, useSession } from '../session.tsx';
import { UndoButtons } from '../undo/undo-buttons.tsx';
import { ShellBreadcrumb } from './breadcrumb.tsx';
import { hrefOf } from '../page-entry.ts';
import { useCurrentPage, useVisiblePages } from './current-page.ts';
import { MissingPage } from './missing-page.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

const navigationCollapsed = yesOrNo('office-navigation-collapsed', false);

/** The frame of the workbench: navigation at the left, head above, the open page in its own scrolling pane. */
export function Shell() {
  const { officeName, locked } = useSession();
  const maySearch = useRight('view');
  useNotedPrints();
  useHandedPacks(locked);
  const [collapsed, setCollapsed] = useRemembered(navigationCollapsed);

  return (
    <div className={styles.shell} data-collapsed={collapsed}>
      <aside className={styles.side}>
        <div className={styles.brand} title={officeName}>
          <span className={styles.mark} aria-hidden="true" />
          {!collapsed && <span className={styles.brandName}>消安办工作台</span>}
        </div>
        <Navigation key={String(collapsed)} collapsed={collapsed} />
      </aside>
      <header className={styles.head}>
        <Tooltip title={collapsed ? '展开导航' : '收起导航'}>
          <Button
            type="text"
            aria-label={collapsed ? '展开导航' : '收起导航'}
            icon={collapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
            onClick={() => setCollapsed(!collapsed)}
          />
        </Tooltip>
        <div className={styles.trail}>
          <ShellBreadcrumb />
        </div>
        <SavingIndicator />
        <UndoButtons />
        {maySearch && <SearchButton />}
        <HelpButton />
        <UserMenu />
      </header>
      <main className={styles.pane}>
        <OpenPage />
      </main>
    </div>
  );
}

function OpenPage() {
  const [location] = useLocation();
  const visible = useVisiblePages();
  const current = useCurrentPage();
  // Who does not see the office's data has no home page: the first of those that are there for his office.
  const first = visible.find(({ navigation, right }) => navigation !== undefined && right !== 'signedIn');
  return (
    <ErrorBoundary key={current?.staysOpen === true ? current.path : location}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          {visible.map(({ path, page: Page }) => (
            <Route key={path} path={path}>
              <Page />
            </Route>
          ))}
          {first !== undefined && !visible.some(({ path }) => path === '/') && (
            <Route path="/">
              <Redirect to={hrefOf(first)} replace />
            </Route>
          )}
          <Route>
            <MissingPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

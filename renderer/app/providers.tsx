import { QueryClientProvider } from '@tanstack/react-query';
import { LoadingOutlined } from '@ant-design/icons';
import { App, ConfigProvider } from 'antd';
import chinese from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import styles from './providers.module.css';
import { createQueryClient } from './query-client.ts';
import { bodyOfPage } from './taken-away.ts';
import { theme } from './theme.ts';

dayjs.locale('zh-cn');
const queryClient = createQueryClient();

/** The policy of the page lets in only styles with this nonce. */
function styleNonce(): string {
  const element = document.querySelector('meta[property=csp-nonce]');
  return element instanceof HTMLElement ? element.nonce : '';
}
/** Pages are named after the #, so that both hosts serve one address only. */
const routing = { hook: useHashLocation };
const csp = { nonce: styleNonce() };
/** The spinning icon says "loading" in English to those who hear the page, at times for good. */
const button = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden aria-label="正在处理" /> };

const messages = { maxCount: 3, top: 56, getContainer: bodyOfPage };
const notifications = { getContainer: bodyOfPage };

/** What every page stands on: locale, theme, queries, routes, messages. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider locale={chinese} theme={theme} csp={csp} button={button}>
      <App className={styles.app ?? ''} message={messages} notification={notifications}>
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <Router {...routing}>{children}</Router>
          </QueryClientProvider>
        </ErrorBoundary>
      </App>
    </ConfigProvider>
  );
}

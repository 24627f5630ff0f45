import './app/newer-methods.ts';
import { createRoot } from 'react-dom/client';
import { guardUnsaved } from './app/operations/saving-state.ts';
import { Providers } from './app/providers.tsx';
import { Root } from './app/root.tsx';
import './app/global.css';

declare global {
  interface Window {
    /** Set by check-browser.js, which then has said what to do. */
    officeBrowserTooOld?: boolean;
  }
}

function start(): void {
  const place = document.getElementById('root');
  if (place === null || window.officeBrowserTooOld === true) return;
  // An address with a used-up entry token in it must not be taken for a page.
  if (!location.hash.startsWith('#/')) history.replaceState(null, '', '#/');
  guardUnsaved();
  createRoot(place).render(
    <Providers>
      <Root />
    </Providers>,
  );
}

start();

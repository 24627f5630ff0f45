import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Three parts of antd put in styles without the nonce that they were given (how wide a scroll bar is, whether the page
 * behind a dialog scrolls, which selectors the browser knows), which the page's policy refuses.
 */
const nonceForAllStyles: Plugin = {
  name: 'nonce-for-all-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/@rc-component/util/es/Dom/dynamicCSS.js')) return null;
    const given = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }';
    if (!code.includes(given))
      throw new Error('antd puts its styles in otherwise than before: mend this plugin');
    const ofPage = "document.querySelector('meta[property=csp-nonce]')?.nonce ?? ''";
    return code.replace(given, `styleNode.nonce = csp?.nonce ?? ${ofPage};`);
  },
};

/** Both hosts serve assets/ as one flat folder by a list of names, so nothing may lie deeper. */
export default defineConfig({
  root: path('.'),
  base: '/',
  plugins: [nonceForAllStyles, react()],
  build: {
    target: 'chrome109',
    outDir: path('../dist/renderer'),
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      input: { index: path('./index.html'), print: path('./print.html') },
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});

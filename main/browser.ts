import { keepServing } from './hosts/keep-serving.ts';

/* The browser host: keeps the process that serves the pages running. It is beside this file, bundled or not. */

keepServing({
  entry: import.meta.filename.replace(/browser(?=\.[jt]s$)/, 'browser-process'),
  switches: process.argv.slice(2),
});

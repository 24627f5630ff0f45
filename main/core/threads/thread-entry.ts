import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Where a thread's entry file lies: beside the bundle's chunks, which all lie in one folder, or under main/ when the
 * sources run as they are.
 * @param bundle folder of a bundle that is to be used instead
 */
export function threadEntry(name: 'writer' | 'reader' | 'job' | 'schedule', bundle?: string): URL {
  if (bundle !== undefined) return pathToFileURL(join(bundle, `${name}.js`));
  const fromSources = import.meta.url.endsWith('.ts');
  return fromSources
    ? new URL(`../../threads/${name}.ts`, import.meta.url)
    : new URL(`./${name}.js`, import.meta.url);
}

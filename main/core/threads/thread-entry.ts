/**
 * Where a thread's or child's entry file lies: beside the bundle's chunks, which all lie in one folder, or
 * under main/ when the sources run as they are.
 */
export function threadEntry(name: 'writer' | 'reader' | 'job'): URL {
  const fromSources = import.meta.url.endsWith('.ts');
  return fromSources
    ? new URL(`../../threads/${name}.ts`, import.meta.url)
    : new URL(`./${name}.js`, import.meta.url);
}

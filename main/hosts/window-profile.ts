import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells the browser of a window, before it starts, to keep no history of what it shows: what let the window in is part
 * of the first address. A private window would keep none either, but forgets the chosen printer and how large the
 * pages are to be, bears another name in every browser, and offices may forbid it.
 */
export function keepNoHistory(profileFolder: string): void {
  const folder = join(profileFolder, 'Default');
  const file = join(folder, 'Preferences');
  const preferences = preferencesOf(file);
  if (preferences.history?.['saving_disabled'] === true) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const history = { ...preferences.history, saving_disabled: true };
  writeFileSync(file, JSON.stringify({ ...preferences, history }), { mode: 0o600 });
}

interface Preferences {
  history?: Record<string, unknown>;
}

function preferencesOf(file: string): Preferences {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  } catch {
    // None yet, or the browser replaces them too.
    return {};
  }
}

import type { SchemeSettings } from '../scoring/model.ts';

/**
 * The settings with those among the changes of a scheme that are settings.
 * @returns undefined where none is
 */
export function withSettings(settings: SchemeSettings, changes: object): SchemeSettings | undefined {
  const own = Object.entries(changes).filter(([name]) => Object.hasOwn(settings, name));
  return own.length === 0 ? undefined : { ...settings, ...Object.fromEntries(own) };
}

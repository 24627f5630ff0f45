import type { SchemeSettings } from '#shared/rules/scoring/model.ts';

/** @param seen what stood there when typing began: where it no longer does, both values are shown */
export type SaveSetting = <Name extends keyof SchemeSettings>(
  name: Name,
  value: SchemeSettings[Name],
  seen: SchemeSettings[Name],
) => void;

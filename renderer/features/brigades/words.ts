import type { BrigadeState } from '#shared/rules/brigades/state.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

export const stateLights: Readonly<Record<BrigadeState, Light>> = {
  built: 'green',
  building: 'plain',
  behind: 'red',
  none: 'yellow',
};

export const brigadeTables: readonly string[] = ['brigade', 'setting', 'organization', 'organization_state'];

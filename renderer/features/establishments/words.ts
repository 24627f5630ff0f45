import type { EstablishmentRow } from '#shared/contract/establishments.ts';
import { type EstablishmentState, establishmentStateNames } from '#shared/rules/establishments/state.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

const stateLights: Readonly<Record<EstablishmentState, Light>> = {
  established: 'green',
  planned: 'plain',
  open: 'plain',
  late: 'red',
};

/** What stands beside a unit: how far it is, or what the office should ask about. */
export function lightOf({ state, remark, endedOn }: EstablishmentRow): { light: Light; word: string } {
  if (endedOn !== null) return { light: 'plain', word: remark };
  if (state !== 'established' && remark !== '') return { light: 'yellow', word: remark };
  return { light: stateLights[state], word: remark === '' ? establishmentStateNames[state] : remark };
}

/** What a plaque settled besides, behind the words of success. */
export function closedWords(closedTasks: number): string {
  return closedTasks === 0 ? '' : `，对应的催办任务 ${closedTasks} 项已办结`;
}

export const establishmentTables: readonly string[] = [
  'establishment',
  'establishment_kind',
  'organization',
  'organization_state',
];

export function reopenedWords(reopenedTasks: number): string {
  return reopenedTasks === 0 ? '' : `，原来办结的催办任务 ${reopenedTasks} 项已重新打开`;
}

import { AppError } from '../../../errors.ts';
import type { LedgerDefinition } from '../definition.ts';
import { equipment } from './equipment.ts';
import { fireStations } from './fire-stations.ts';
import { fireVehicles } from './fire-vehicles.ts';
import { firefighterCare } from './firefighter-care.ts';
import { microStations } from './micro-stations.ts';
import { smartPoints } from './smart-points.ts';
import { trainings } from './trainings.ts';
import { waterSources } from './water-sources.ts';

/** Every ledger, in the order of the navigation. */
export const ledgerDefinitions: readonly LedgerDefinition[] = [
  fireStations,
  microStations,
  waterSources,
  fireVehicles,
  equipment,
  smartPoints,
  trainings,
  firefighterCare,
];

/** @throws AppError notFound */
export function ledgerOf(key: string): LedgerDefinition {
  const definition = ledgerDefinitions.find((each) => each.key === key);
  if (definition === undefined) throw new AppError('notFound', { what: '这本台账' });
  return definition;
}

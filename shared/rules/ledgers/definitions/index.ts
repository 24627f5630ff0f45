import { AppError } from '../../../errors.ts';
import type { LedgerDefinition } from '../definition.ts';
import { equipment } from './equipment.ts';
import { fireStations } from './fire-stations.ts';
import { approvals } from './approvals.ts';
import { certificates } from './certificates.ts';
import { fireVehicles } from './fire-vehicles.ts';
import { goodPractices } from './good-practices.ts';
import { guidance } from './guidance.ts';
import { notableFires } from './notable-fires.ts';
import { population } from './population.ts';
import { posts } from './posts.ts';
import { publicityEvents } from './publicity-events.ts';
import { waterSources } from './water-sources.ts';
import { firefighterCare } from './firefighter-care.ts';
import { microStations } from './micro-stations.ts';
import { smartPoints } from './smart-points.ts';
import { trainings } from './trainings.ts';

/** Every ledger, in the order of the navigation. */
export const ledgerDefinitions: readonly LedgerDefinition[] = [
  waterSources,
  fireStations,
  microStations,
  fireVehicles,
  equipment,
  smartPoints,
  trainings,
  firefighterCare,
  posts,
  certificates,
  population,
  notableFires,
  approvals,
  guidance,
  publicityEvents,
  goodPractices,
];

/** @throws AppError notFound */
export function ledgerOf(key: string): LedgerDefinition {
  const definition = ledgerDefinitions.find((each) => each.key === key);
  if (definition === undefined) throw new AppError('notFound', { what: '这本台账' });
  return definition;
}

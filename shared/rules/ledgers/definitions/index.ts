import { AppError } from '../../../errors.ts';
import type { LedgerDefinition } from '../definition.ts';
import { fireVehicles } from './fire-vehicles.ts';
import { waterSources } from './water-sources.ts';

/** Every ledger, in the order of the navigation. */
export const ledgerDefinitions: readonly LedgerDefinition[] = [waterSources, fireVehicles];

/** @throws AppError notFound */
export function ledgerOf(key: string): LedgerDefinition {
  const definition = ledgerDefinitions.find((each) => each.key === key);
  if (definition === undefined) throw new AppError('notFound', { what: '这本台账' });
  return definition;
}

import type { CollectionDefinition, UnitRows } from '#shared/rules/collections/definition.ts';
import type { CollectedIdentity } from '#shared/rules/collections/marks.ts';

/** Everything that stands in the workbook of one unit. */
export interface HandedWorkbook {
  title: string;
  instruction: string;
  dueOn: string;
  /** Who asks. */
  office: string;
  unit: UnitRows;
  definition: CollectionDefinition;
  identity: CollectedIdentity;
}

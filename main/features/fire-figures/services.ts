import type { fireFigures as contract } from '#shared/contract/fire-figures.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { fireImport } from './import.ts';

export const fireFigureServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(fireImport),
};

import type { office as contract } from '#shared/contract/office.ts';
import { openDivisions } from '#main/core/divisions/divisions.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

const SHOWN_CITIES = 30;

export const officeServices: Services<typeof contract, ServiceContext> = {
  searchCities: ({ text }, { core }) => openDivisions(core.resourcesFolder).search(text).slice(0, SHOWN_CITIES),
};

import type { office as contract } from '#shared/contract/office.ts';
import { openDivisions } from '#main/core/divisions/divisions.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';

const SHOWN_CITIES = 30;

export const officeServices: Services<typeof contract, ServiceContext> = {
  searchCities({ text }, { core }) {
    const divisions = openDivisions(core.resourcesFolder);
    return divisions
      .search(text)
      .slice(0, SHOWN_CITIES)
      .map(({ code, name, provinceName }) => {
        const tree = divisions.tree(code);
        const counties = tree.filter((division) => division.level === 'county');
        const townships = tree.filter((division) => division.level === 'township');
        return {
          code,
          name,
          province: provinceName,
          counties: counties.length,
          townships: counties.reduce((sum, county) => sum + county.children.length, townships.length),
        };
      });
  },
};

import type { ArchivePart } from '#main/core/archive/archive-part.ts';
import { exportOrganizations } from './jobs.ts';
import { organizationsOn } from './on-day.ts';

/** All organizations as they were on the last day of the year. */
export const organizationArchive: ArchivePart = {
  key: 'organizations',
  name: '机构',
  unit: '个机构',

  survey: ({ db, asOf }) => ({ count: organizationsOn(db, asOf).size, steps: 1 }),

  async write({ asOf }, target) {
    await target.add({ name: '机构表', kind: '机构表', title: `机构表（${asOf}）`, day: asOf }, (job) =>
      exportOrganizations({ day: asOf }, job),
    );
  },
};

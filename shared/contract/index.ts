import { assessment } from './assessment.ts';
import { events } from './events.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { jobs } from './jobs.ts';
import { office } from './office.ts';
import { organizations } from './organizations.ts';
import { sample } from './sample.ts';
import { schemes } from './schemes.ts';
import { search } from './search.ts';
import { session } from './session.ts';
import { users } from './users.ts';

/** Every operation of the program, by feature. This file only unites. */
export const contract = {
  assessment,
  events,
  files,
  history,
  jobs,
  office,
  organizations,
  sample,
  schemes,
  search,
  session,
  users,
};
export type Contract = typeof contract;

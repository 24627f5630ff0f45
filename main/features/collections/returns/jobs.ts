export { exportCorrections } from './correction-job.ts';
export { readReturns } from './read-job.ts';

import { runVitest } from '../run-steps.ts';

/*
 * npm run torture: the same as in the tests, but ten thousand kills, and fifty programs at once on one folder, a hundred
 * times over; KILLS, SEED, STARTERS and LOCK_ROUNDS may be given.
 */

process.env['KILLS'] ??= '10000';
process.env['STARTERS'] ??= '50';
process.env['LOCK_ROUNDS'] ??= '100';
const passed = await runVitest('torture', [
  'tests/reliability/kill-while-saving.test.ts',
  'tests/main/core/store/lock.test.ts',
]);
process.exit(passed ? 0 : 1);

import { runVitest } from '../run-steps.ts';

/* npm run torture: the same kills as in the tests, ten thousand of them; KILLS and SEED may be given. */

process.env['KILLS'] ??= '10000';
const passed = await runVitest('torture', ['tests/reliability/kill-while-saving.test.ts']);
process.exit(passed ? 0 : 1);

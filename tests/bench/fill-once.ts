import { readFileSync } from 'node:fs';
import { fillBigForm } from './big-form.ts';

/* Fills a form once, in a process of its own, and says the most memory that it took, in kB. */

const [path = '', ready = '1'] = process.argv.slice(2);
fillBigForm(readFileSync(path), Number(ready));
process.stdout.write(String(process.resourceUsage().maxRSS));

import { runCheck } from './run-check.ts';
import { runEndToEnd } from './run-e2e.ts';
import { slowestFiles } from './run-steps.ts';
import { findTool, notRun, type ToolName } from './support/tools.ts';
import { findTracer } from './support/tracer.ts';

/* npm test: check, then end to end. What could not run for want of a tool is said in the last lines. */

const toolsOfTests: readonly (readonly [what: string, tool: ToolName])[] = [
  ['recalculation of the exported workbook', 'libreoffice'],
  ['filled forms in another program', 'libreoffice'],
  ['papers in a word processor', 'libreoffice'],
  ['look of printed pages', 'poppler'],
  ['system calls of the program', 'strace'],
  ['power cuts and failing calls', 'strace'],
  ['the program without a network', 'iproute2'],
];

const checked = await runCheck();
const endToEnd = await runEndToEnd();
const notes = toolsOfTests
  .filter(([, tool]) => findTool(tool) === null)
  .map(([what, tool]) => notRun(what, tool));
if (endToEnd.note !== null) notes.push(endToEnd.note);

process.stdout.write(`Slowest files:\n${slowestFiles(['check', 'e2e']).join('\n')}\n`);
// A container may forbid what a tool that is there wants to do: said, but nothing that whoever runs this could mend.
const forbidden = findTool('strace') !== null && (await findTracer()) === null;
if (forbidden)
  process.stdout.write('power cuts and failing calls NOT RUN, because strace may not trace here\n');
for (const note of notes) process.stdout.write(`${note}\n`);
const complete = notes.length === 0 || process.env['CI'] === undefined;
process.exit(checked && endToEnd.passed && complete ? 0 : 1);

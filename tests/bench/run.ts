import { analysisPart } from './analysis.bench.ts';
import { collectPart } from './collect.bench.ts';
import { drawPart } from './draw.bench.ts';
import { exportPart } from './export.bench.ts';
import { formsPart } from './forms.bench.ts';
import { framesPart } from './frames.bench.ts';
import { findingsPart } from './findings.bench.ts';
import { importPart } from './import.bench.ts';
import { libraryPart } from './library.bench.ts';
import { ledgersPart } from './ledgers.bench.ts';
import { listsPart } from './lists.bench.ts';
import { papersPart } from './papers.bench.ts';
import { pagesPart } from './pages.bench.ts';
import { rendererPart } from './renderer.bench.ts';
import { type Figure, isWithin, lineOf, type Part } from './report.ts';
import { removeSharedData } from './shared-data.ts';
import { savingPart } from './saving.bench.ts';
import { schedulePart } from './schedule.bench.ts';
import { schemeChangePart } from './scheme-change.bench.ts';
import { scoringPart } from './scoring.bench.ts';
import { sentencesPart } from './sentences.bench.ts';

/*
 * npm run bench [-- NAME…]: prints figures with what is asked of them. A figure over its bar fails nothing, because
 * a busy PC is no fault of the program; a part that cannot be measured does. With --strict (`npm run torture volume`,
 * which is run on a quiet PC) what is over fails as well.
 */

const parts: readonly Part[] = [
  scoringPart,
  sentencesPart,
  schedulePart,
  drawPart,
  savingPart,
  pagesPart,
  analysisPart,
  schemeChangePart,
  listsPart,
  ledgersPart,
  findingsPart,
  libraryPart,
  exportPart,
  formsPart,
  collectPart,
  importPart,
  rendererPart,
  framesPart,
  papersPart,
];

async function runPart(part: Part, over: Figure[]): Promise<boolean> {
  process.stdout.write(`${part.name}: ${part.title}\n`);
  const started = performance.now();
  try {
    await part.run((figure) => {
      process.stdout.write(`${lineOf(figure)}\n`);
      if (isWithin(figure) === false) over.push(figure);
    });
    process.stdout.write(`  (${((performance.now() - started) / 1_000).toFixed(0)} s)\n\n`);
    return true;
  } catch (error) {
    process.stdout.write(`  NOT MEASURED: ${error instanceof Error ? error.stack : String(error)}\n\n`);
    return false;
  }
}

async function run(names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    process.stdout.write(
      `No such part: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}\n`,
    );
    return false;
  }
  const over: Figure[] = [];
  let measured = true;
  for (const part of parts) {
    if (names.length > 0 && !names.includes(part.name)) continue;
    measured = (await runPart(part, over)) && measured;
  }
  await removeSharedData();
  process.stdout.write(
    over.length === 0 ? 'Nothing is over its bar.\n' : `OVER: ${over.map(({ what }) => what).join('; ')}\n`,
  );
  return measured && !(isStrict && over.length > 0);
}

const STRICT = '--strict';
const given = process.argv.slice(2);
const isStrict = given.includes(STRICT);
process.exit((await run(given.filter((name) => name !== STRICT))) ? 0 : 1);

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Highs } from 'highs';
import type { LinearModel, Terms } from './linear-model.ts';

/*
 * HiGHS as WebAssembly, in this thread: a call stands until it is solved, stopped or out of time. All aims are whole
 * numbers, so a bound within one of the value proves it.
 */

export interface Limits {
  /** performance.now() at which it has to end. */
  until: number;
  stopped: () => boolean;
}

export function isOver({ until, stopped }: Limits): boolean {
  return stopped() || performance.now() >= until;
}

/** A part of the time that is left. */
export function share(limits: Limits, part: number): Limits {
  const now = performance.now();
  return { ...limits, until: now + (limits.until - now) * part };
}

export interface Solved {
  status: 'optimal' | 'infeasible' | 'open';
  /** Of each column; null where none was found. */
  values: Float64Array | null;
  /** No solution is better than this. */
  bound: number;
}

export interface LinearSolver {
  /**
   * Makes the objective as small as it can.
   * @param start what is known of a solution, by column
   */
  solve(model: LinearModel, objective: Terms, limits: Limits, start?: ReadonlyMap<number, number>): Solved;
}

const WHOLE_GAP = 0.999;
const TOLERANCE = 1e-5;

export async function loadSolver(): Promise<LinearSolver> {
  // Only here: every other job would load it for nothing.
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs({ locateFile: wasmFile });
  return { solve: (...given) => solve(highs, ...given) };
}

/** Beside the bundle's chunks, or in its package when the sources run as they are. */
function wasmFile(): string {
  const beside = fileURLToPath(new URL('./highs.wasm', import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('highs/runtime');
}

function solve(
  highs: Highs,
  model: LinearModel,
  objective: Terms,
  limits: Limits,
  start?: ReadonlyMap<number, number>,
): Solved {
  const seconds = (limits.until - performance.now()) / 1_000;
  if (seconds <= 0 || limits.stopped()) return { status: 'open', values: null, bound: -highs.infinity };
  const instance = highs.createModel(dataOf(highs, model, objective));
  try {
    instance.options.set({
      output_flag: false,
      time_limit: seconds,
      mip_rel_gap: 0,
      mip_abs_gap: WHOLE_GAP,
    });
    if (start !== undefined)
      instance.setSolution({
        indices: Int32Array.from(start.keys()),
        values: Float64Array.from(start.values()),
      });
    instance.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        if (limits.stopped()) event.interrupt();
      },
    });
    const { modelStatus } = highs.constants;
    const status = instance.getModelStatus();
    if (status === modelStatus.infeasible)
      return { status: 'infeasible', values: null, bound: highs.infinity };
    const found = instance.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const solution = instance.getSolution().colValue;
    const bound = Number(instance.info.get('mip_dual_bound'));
    return {
      status: status === modelStatus.optimal ? 'optimal' : 'open',
      values: found ? Float64Array.from(solution) : null,
      bound: Math.ceil(bound - TOLERANCE),
    };
  } finally {
    instance.dispose();
  }
}

function dataOf(highs: Highs, model: LinearModel, objective: Terms) {
  const numCols = model.lower.length;
  const numRows = model.rows.length;
  const colCost = new Float64Array(numCols);
  for (const [column, weight] of objective) colCost[column] = (colCost[column] ?? 0) + weight;
  const starts = new Int32Array(numRows + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (const [row, { terms }] of model.rows.entries()) {
    for (const [column, weight] of merged(terms)) {
      indices.push(column);
      values.push(weight);
    }
    starts[row + 1] = indices.length;
  }
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols,
    numRows,
    colCost,
    colLower: Float64Array.from(model.lower),
    colUpper: Float64Array.from(model.upper),
    rowLower: Float64Array.from(model.rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(model.rows, ({ upper }) => upper),
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: Int32Array.from(model.whole, (whole) => (whole ? integer : continuous)),
  };
}

/** HiGHS refuses a column that comes twice in a row. */
function merged(terms: Terms): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [column, weight] of terms) sums.set(column, (sums.get(column) ?? 0) + weight);
  return sums;
}

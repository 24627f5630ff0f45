import { AppError } from '#shared/errors.ts';
import type { CoreServices } from '#main/core/dispatch/context.ts';
import type { Caller } from '#main/core/handlers.ts';
import { startSample } from './services.ts';

/** What --sample does before the first window opens. @returns one Chinese line that says how it went */
export async function sampleAtStart(core: CoreServices, host: Caller['host']): Promise<string> {
  try {
    const job = await startSample(core, host);
    const { status, problem } = await job.finished;
    return status === 'done' ? '已载入示例数据。' : `示例数据没有载入完：${problem ?? ''}`;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

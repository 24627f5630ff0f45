import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper, PAUSE_MILLISECONDS } from '#renderer/app/drafts/draft-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeperWith(keep: (content: string) => Promise<number>) {
  return createDraftKeeper(keep, (error) => String(error));
}

describe('a draft', () => {
  it('is kept once at a pause, with the latest text', async () => {
    const kept: string[] = [];
    const keeper = keeperWith(async (content) => kept.push(content));
    keeper.type('一');
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS - 1);
    keeper.type('一二');
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS);
    expect(kept).toEqual(['一二']);
    expect(keeper.state.get()).toEqual({ kind: 'kept', at: 1 });
  });

  it('keeps what was typed while an earlier text was on its way', async () => {
    const kept: string[] = [];
    let arrive = (): void => undefined;
    const keeper = keeperWith((content) => {
      kept.push(content);
      return new Promise((resolve) => {
        arrive = () => resolve(kept.length);
      });
    });
    keeper.type('一');
    const flushed = keeper.flush();
    keeper.type('一二');
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    arrive();
    await flushed;
    expect(kept).toEqual(['一', '一二']);
  });

  it('says why it was not kept, and keeps the text at the next pause', async () => {
    let attempts = 0;
    const keeper = keeperWith(async (content) => {
      attempts += 1;
      if (attempts === 1) throw new Error('磁盘满');
      return content.length;
    });
    keeper.type('一');
    await keeper.flush();
    expect(keeper.state.get()).toEqual({ kind: 'failed', reason: 'Error: 磁盘满' });
    await keeper.flush();
    expect(keeper.state.get()).toEqual({ kind: 'kept', at: 1 });
  });

  it('is not kept any more once it was saved', async () => {
    const kept: string[] = [];
    const keeper = keeperWith(async (content) => kept.push(content));
    keeper.type('一');
    keeper.drop();
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS * 2);
    expect(kept).toEqual([]);
    expect(keeper.state.get()).toEqual({ kind: 'idle' });
  });
});

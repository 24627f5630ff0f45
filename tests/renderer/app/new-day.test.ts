import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAnewEachDay } from '#renderer/app/new-day.ts';

describe('a window that stays open over midnight', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 10, 30, 23, 58, 30) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks for all that it shows anew, once, when the day has turned', () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(['tasks'], []);
    const isOld = () => queryClient.getQueryState(['tasks'])?.isInvalidated;
    const stop = askAnewEachDay(queryClient);
    vi.advanceTimersByTime(60_000);
    expect(isOld()).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(isOld()).toBe(true);
    queryClient.setQueryData(['tasks'], []);
    vi.advanceTimersByTime(3_600_000);
    expect(isOld()).toBe(false);
    stop();
    vi.advanceTimersByTime(24 * 3_600_000);
    expect(isOld()).toBe(false);
    queryClient.clear();
  });
});
